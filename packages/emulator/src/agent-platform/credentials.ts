import { app, authorizingApp, keys } from "./apps.js";

/** What a client needs to sign in to the Agent Platform, and what it finds there. */
export interface AgentPlatformCredentials {
  readonly appId: string;
  readonly envName: string;
  /** A second environment of the app, with fewer sessions. */
  readonly otherEnvName: string;
  /** Opens the app with every permission. */
  readonly apiKey: string;
  /** Lacks the permission `Session Details`. */
  readonly createOnlyApiKey: string;
  /** Lacks the permission `Session Create`. */
  readonly listOnlyApiKey: string;
  /** An app whose users must authorize its tools with a provider. Its environment is called `envName`, too. */
  readonly authorizingAppId: string;
  readonly authorizingApiKey: string;
  /** The session of the vendor's first sample, in the app and environment above. */
  readonly sessionId: string;
}

export const sampleSessionId = "s-a302e3c6-308b-4a0a-9a5f-a01a5846fae1";

export const agentPlatformCredentials: AgentPlatformCredentials = {
  appId: app.appId,
  envName: "production",
  otherEnvName: "draft",
  authorizingAppId: authorizingApp.appId,
  ...keys,
  sessionId: sampleSessionId,
};
