export { createFoundryAipAgents } from "./client.js";
export type { FoundryAipAgents, FoundryAipAgentsOptions, FoundryAuth } from "./client.js";
export * from "./generated/index.js";
