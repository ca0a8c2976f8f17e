import type { Random } from "../random.js";
import type { FoundryErrors } from "./errors.js";
import type { FoundrySettings } from "./options.js";
import type { PageTokens } from "./page-token.js";
import type { FoundrySessionStore } from "./session-store.js";

/** What the operations share. */
export interface FoundryContext {
  readonly settings: FoundrySettings;
  readonly store: FoundrySessionStore;
  readonly pageTokens: PageTokens;
  readonly random: Random;
  readonly refuse: FoundryErrors;
  /** A time stamp that has not been given out before. */
  stamp(nowMs: number): bigint;
}
