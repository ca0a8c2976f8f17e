import { toNanoseconds } from "./nanoseconds.js";
import type { Owner } from "./principal.js";
import type { FoundrySession } from "./session.js";

/** Sessions by RID and by listing: one listing for each agent, user and client. */
export interface FoundrySessionStore {
  readonly size: number;
  all(): readonly FoundrySession[];
  add(session: FoundrySession): void;
  /** The session of that agent and user, whichever client made it. `undefined` once it has expired. */
  find(place: { agentRid: string; sessionRid: string; userId: string; at: number }): FoundrySession | undefined;
  /** Sessions that live, most recently updated first. */
  list(place: { agentRid: string; owner: Owner; at: number }): readonly FoundrySession[];
}

export function createFoundrySessionStore(seed: readonly FoundrySession[]): FoundrySessionStore {
  const byRid = new Map<string, FoundrySession>();
  const listings = new Map<string, FoundrySession[]>();

  const add = (session: FoundrySession): void => {
    byRid.set(session.rid, session);
    const key = keyOf(session.agentRid, session.owner);
    const listing = listings.get(key);
    if (listing === undefined) listings.set(key, [session]);
    else listing.push(session);
  };
  for (const session of seed) add(session);

  return {
    get size() {
      return byRid.size;
    },
    all: () => [...byRid.values()],
    add,
    find({ agentRid, sessionRid, userId, at }) {
      const session = byRid.get(sessionRid);
      const isReachable = session?.agentRid === agentRid && session.owner.userId === userId && lives(session, at);
      return isReachable ? session : undefined;
    },
    list({ agentRid, owner, at }) {
      const listing = listings.get(keyOf(agentRid, owner)) ?? [];
      return listing.filter((session) => lives(session, at)).sort(byUpdate);
    },
  };
}

/** Whether `left` stands before `right` in a listing: the negative number says yes. */
export function byUpdate(left: ListPosition, right: ListPosition): number {
  if (left.updatedAt !== right.updatedAt) return left.updatedAt > right.updatedAt ? -1 : 1;
  return left.rid < right.rid ? -1 : Number(left.rid > right.rid);
}

export type ListPosition = Pick<FoundrySession, "rid" | "updatedAt">;

function keyOf(agentRid: string, { userId, clientId }: Owner): string {
  return `${agentRid} ${userId} ${clientId}`;
}

function lives({ expiresAt }: FoundrySession, at: number): boolean {
  return toNanoseconds(at) < expiresAt;
}
