import { expiredSessionRid, sampleSessionRid } from "./session-rids.js";
import { failingAgentRids, sampleAgent, secondAgent, unpublishedAgent, type FailingAgentName } from "./agents.js";
import { client, readOnlyClient, userTokens } from "./identities.js";

/** What a client needs to sign in to Foundry, and what it finds there. */
export interface FoundryCredentials {
  /** The agent of the vendor's samples, with versions 1.0 and 2.0 published, 1.1 and 2.1 saved. */
  readonly agentRid: string;
  /** Another agent that works, with fewer sessions. */
  readonly otherAgentRid: string;
  /** An agent without a published version. */
  readonly unpublishedAgentRid: string;
  /** Agents that always fail, by the name of the error. */
  readonly failingAgentRids: Readonly<Record<FailingAgentName, string>>;
  /** The session of the vendor's samples, which belongs to the user of `token`. */
  readonly sessionRid: string;
  /** A session of the same user that expired on the day before the start. In the full seed only. */
  readonly expiredSessionRid: string;
  /** A token that a user made, with both scopes. Never expires. */
  readonly token: string;
  /** The same user without the write scope. */
  readonly readOnlyToken: string;
  /** Another user. */
  readonly otherUserToken: string;
  /** The user of `token` through another client application. */
  readonly otherClientToken: string;
  /** For the token endpoint, with both scopes. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** For the token endpoint, without the write scope. */
  readonly readOnlyClientId: string;
  readonly readOnlyClientSecret: string;
}

export const foundryCredentials: FoundryCredentials = {
  agentRid: sampleAgent.rid,
  otherAgentRid: secondAgent.rid,
  unpublishedAgentRid: unpublishedAgent.rid,
  failingAgentRids,
  sessionRid: sampleSessionRid,
  expiredSessionRid,
  ...userTokens,
  clientId: client.clientId,
  clientSecret: client.clientSecret,
  readOnlyClientId: readOnlyClient.clientId,
  readOnlyClientSecret: readOnlyClient.clientSecret,
};
