export { createKoreXo } from "./client.js";
export type { KoreXo, KoreXoOptions, XoAuth } from "./client.js";
export type { ClientApp } from "./jwt.js";
export type { LookUpSessionsInput, SessionLookUp } from "./look-up.js";
export type { ListSessionsInput } from "./list-range.js";
export * from "./generated/index.js";
