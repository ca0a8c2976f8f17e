export { createKoreAgentPlatform } from "./client.js";
export type { AgentPlatformAuth, KoreAgentPlatform, KoreAgentPlatformOptions } from "./client.js";
export type { AppSessionCreation, ReadySession, SessionAwaitingAuthorization } from "./creation.js";
export * from "./generated/index.js";
