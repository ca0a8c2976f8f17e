/** An agentic app with its environments. */
export interface App {
  readonly appId: string;
  readonly envNames: readonly string[];
  /** The identity provider that a user must authorize before the app's tools work. */
  readonly idpName?: string;
}

export type Permission = "Session Create" | "Session Details";

/** A key opens one app. */
export interface ApiKey {
  readonly key: string;
  readonly appId: string;
  readonly permissions: readonly Permission[];
}

/** The app of the description's examples; the vendor's first sample names none. */
export const app: App = {
  appId: "aa-6b8e45ca-3f0d-5c1e-a151-8225d0ffe592",
  envNames: ["draft", "production"],
};

/** The app of the vendor's sample of a pending authorization. */
export const authorizingApp: App = {
  appId: "aa-c31cccce-d0bf-4db5-a177-7ff45941c2d8",
  envNames: ["production"],
  idpName: "Google",
};

export const apps: ReadonlyMap<string, App> = new Map([app, authorizingApp].map((known) => [known.appId, known]));

const ALL: readonly Permission[] = ["Session Create", "Session Details"];

export const keys = {
  apiKey: "kg-emulator-agent-platform-key",
  createOnlyApiKey: "kg-emulator-agent-platform-create-only-key",
  listOnlyApiKey: "kg-emulator-agent-platform-list-only-key",
  authorizingApiKey: "kg-emulator-agent-platform-authorizing-key",
} as const;

export const apiKeys: ReadonlyMap<string, ApiKey> = new Map(
  (
    [
      { key: keys.apiKey, appId: app.appId, permissions: ALL },
      { key: keys.createOnlyApiKey, appId: app.appId, permissions: ["Session Create"] },
      { key: keys.listOnlyApiKey, appId: app.appId, permissions: ["Session Details"] },
      { key: keys.authorizingApiKey, appId: authorizingApp.appId, permissions: ALL },
    ] satisfies readonly ApiKey[]
  ).map((known) => [known.key, known]),
);
