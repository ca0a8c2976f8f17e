import type { ConfidentialClient, Principal, Scope } from "./principal.js";

const READ_AND_WRITE: readonly Scope[] = ["api:aip-agents-read", "api:aip-agents-write"];

const USER = "6c1f0e52-8a3d-4b71-9c26-0d5e7f4a1b01";
const OTHER_USER = "6c1f0e52-8a3d-4b71-9c26-0d5e7f4a1b02";

/** Stands for "no application": tokens that users make for themselves. */
const OWN_TOKENS = "user-tokens";
const OTHER_CLIENT = "emulator-foundry-other-client";

export const user: Principal = {
  userId: USER,
  clientId: OWN_TOKENS,
  scopes: READ_AND_WRITE,
  isServiceUser: false,
};
export const otherUser: Principal = { ...user, userId: OTHER_USER };
export const userThroughOtherClient: Principal = { ...user, clientId: OTHER_CLIENT };

/** Tokens that never expire. */
export const userTokens = {
  token: "emulator-foundry-user-token",
  readOnlyToken: "emulator-foundry-read-only-token",
  otherUserToken: "emulator-foundry-other-user-token",
  otherClientToken: "emulator-foundry-other-client-token",
} as const;

export const principalsByToken: ReadonlyMap<string, Principal> = new Map([
  [userTokens.token, user],
  [userTokens.readOnlyToken, { ...user, scopes: ["api:aip-agents-read"] }],
  [userTokens.otherUserToken, otherUser],
  [userTokens.otherClientToken, userThroughOtherClient],
]);

export const client: ConfidentialClient = {
  clientId: "emulator-foundry-client",
  clientSecret: "emulator-foundry-client-secret",
  scopes: READ_AND_WRITE,
};
export const readOnlyClient: ConfidentialClient = {
  clientId: "emulator-foundry-read-only-client",
  clientSecret: "emulator-foundry-read-only-client-secret",
  scopes: ["api:aip-agents-read"],
};

export const clients: readonly ConfidentialClient[] = [client, readOnlyClient];

/** The service user that a client acts as when it signs in with its own credentials. */
export function serviceUser({ clientId }: ConfidentialClient, scopes: readonly Scope[]): Principal {
  return { userId: `service-user-of-${clientId}`, clientId, scopes, isServiceUser: true };
}
