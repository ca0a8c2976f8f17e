import { DAY_MS } from "../iso-time.js";
import type { Call } from "../exchange.js";
import type { XoScope } from "./authorize.js";
import type { XoContext } from "./context.js";
import { byStart } from "./session-store.js";
import { toWire, type XoSession } from "./session.js";

/** How long a look-up tells the tags of a session. */
const TAGS_TOLD_MS = 14 * DAY_MS;

/** The sessions of these ids, whatever else the request says. Ids that are not found come back by name. */
export function lookUp(call: Call, ids: readonly string[], { botIds }: XoScope, context: XoContext): object {
  const { store, settings } = context;
  const unique = [...new Set(ids)];
  const containmentType = call.url.searchParams.get("containmentType");
  const isNarrowed = settings.containmentTypeWithIds === "applied" && containmentType !== null;
  const found = unique
    .map((id) => store.find(botIds, id))
    .filter((session) => session !== undefined)
    .filter((session) => !isNarrowed || session.containmentType === containmentType)
    .sort(byStart);
  return {
    total: found.length,
    moreAvailable: false,
    sessions: found.map((session) => toWire(withoutOldTags(session, call.at), settings)),
    invalidSessions: unique.filter((id) => store.find(botIds, id) === undefined),
  };
}

function withoutOldTags(session: XoSession, at: number): XoSession {
  return at - session.startedAt > TAGS_TOLD_MS ? { ...session, sessionTags: [] } : session;
}
