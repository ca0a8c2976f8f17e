import type { XoSession } from "./session.js";

/** The sessions of all bots. They are written by nobody: the API only reads. */
export interface XoSessionStore {
  readonly size: number;
  /** Sessions of these bots that start between two moments, both included, latest start first. */
  between(botIds: readonly string[], range: { readonly from: number; readonly to: number }): readonly XoSession[];
  find(botIds: readonly string[], sessionId: string): XoSession | undefined;
}

export function createXoSessionStore(seed: readonly XoSession[]): XoSessionStore {
  const byId = new Map(seed.map((session) => [session.sessionId, session]));
  const listings = new Map<string, readonly XoSession[]>();

  const listingOf = (botIds: readonly string[]): readonly XoSession[] => {
    const key = botIds.join(" ");
    const listing = listings.get(key) ?? seed.filter(({ botId }) => botIds.includes(botId)).sort(byStart);
    listings.set(key, listing);
    return listing;
  };

  return {
    size: seed.length,
    between(botIds, { from, to }) {
      const listing = listingOf(botIds);
      const first = indexWhere(listing, ({ startedAt }) => startedAt <= to);
      return listing.slice(
        first,
        indexWhere(listing, ({ startedAt }) => startedAt < from),
      );
    },
    find(botIds, sessionId) {
      const session = byId.get(sessionId);
      return session !== undefined && botIds.includes(session.botId) ? session : undefined;
    },
  };
}

/** Latest start first; at the same millisecond by id, so that pages never overlap. */
export function byStart(left: XoSession, right: XoSession): number {
  if (left.startedAt !== right.startedAt) return right.startedAt - left.startedAt;
  return left.sessionId < right.sessionId ? -1 : Number(left.sessionId > right.sessionId);
}

/** The first place from which on the test holds, in a list where it holds for a tail: a binary search. */
function indexWhere(listing: readonly XoSession[], test: (session: XoSession) => boolean): number {
  let [low, high] = [0, listing.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(listing[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
