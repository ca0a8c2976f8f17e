import type { Random } from "../random.js";
import type { Authorizations } from "./authorizations.js";
import type { AgentPlatformSettings } from "./options.js";
import type { AppSessionStore } from "./session-store.js";

/** What the operations share. */
export interface AgentPlatformContext {
  readonly settings: AgentPlatformSettings;
  readonly store: AppSessionStore;
  readonly authorizations: Authorizations;
  readonly random: Random;
}
