import type { Owner } from "./principal.js";
import type { ListPosition } from "./session-store.js";

/** Where a page ended, and in whose listing. */
export interface Cursor {
  readonly agentRid: string;
  readonly owner: Owner;
  readonly last: ListPosition;
}

/** A token that stands for a cursor without spelling it out. */
export interface FixedPageToken {
  readonly token: string;
  readonly cursor: Cursor;
}

export interface PageTokens {
  encode(cursor: Cursor): string;
  /** The position to go on from; `undefined` when the token belongs to another listing or to none. */
  decode(token: string, listing: Omit<Cursor, "last">): ListPosition | undefined;
}

/** Page tokens look like the vendor's: `v1.` and base64. They name a position, so new sessions shift no page. */
export function createPageTokens(fixed: readonly FixedPageToken[]): PageTokens {
  return {
    encode: (cursor) =>
      fixed.find((candidate) => toText(candidate.cursor) === toText(cursor))?.token ?? `v1.${btoa(toText(cursor))}`,
    decode(token, listing) {
      const text = fixed.find((candidate) => candidate.token === token)?.cursor;
      const [agentRid, userId, clientId, updatedAt, rid] = (text === undefined ? read(token) : toText(text)).split(" ");
      const isOfListing =
        agentRid === listing.agentRid && userId === listing.owner.userId && clientId === listing.owner.clientId;
      if (!isOfListing || rid === undefined || !/^\d+$/.test(updatedAt ?? "")) return undefined;
      return { updatedAt: BigInt(updatedAt!), rid };
    },
  };
}

function toText({ agentRid, owner, last }: Cursor): string {
  return [agentRid, owner.userId, owner.clientId, last.updatedAt, last.rid].join(" ");
}

function read(token: string): string {
  try {
    return token.startsWith("v1.") ? atob(token.slice(3)) : "";
  } catch {
    return "";
  }
}
