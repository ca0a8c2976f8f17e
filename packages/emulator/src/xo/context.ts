import type { XoSettings } from "./options.js";
import type { XoSessionStore } from "./session-store.js";

/** What listing and looking up share. */
export interface XoContext {
  readonly settings: XoSettings;
  readonly store: XoSessionStore;
}
