import type { Wire } from "../calls/wire.ts";

export const sessionsPerPage = 100;

/** As much of a page as the loops below need. */
export interface WirePage {
  readonly data: readonly { readonly rid: string; readonly metadata: { readonly messageCount: number } }[];
  readonly nextPageToken?: string;
}

export const agentRid = "ri.aip-agents..agent.732cd5b4-7ca7-4219-aabb-6e976faf63b1";

const sessions = Array.from({ length: sessionsPerPage }, (_, index) => ({
  rid: `ri.aip-agents..session.292db3b2-b653-4de6-971c-${String(index).padStart(12, "0")}`,
  metadata: {
    title: `Where is my order ${index}?`,
    createdTime: "2026-02-01T09:30:00.123456789Z",
    updatedTime: "2026-02-01T10:00:00.123456789Z",
    messageCount: 1,
    estimatedExpiresTime: "2026-03-01T09:30:00.123456789Z",
  },
  agentRid,
  agentVersion: "1.0",
}));
const body = JSON.stringify({ data: sessions }).slice(0, -1);
const headers = { "content-type": "application/json" };

/**
 * Serves ready-made pages: the same sessions again and again, each page with its own token.
 *
 * @param pages how many before the last
 */
export function pagesWire(pages: number): Wire {
  const serve = (url: string): Response => {
    const page = Number(/[?&]pageToken=page-(\d+)/.exec(url)?.[1] ?? 1);
    const next = page < pages ? `,"nextPageToken":"page-${page + 1}"` : "";
    return new Response(`${body}${next}}`, { headers });
  };
  return {
    origin: "https://acme.palantirfoundry.com",
    fetch: async (input) => serve(input instanceof Request ? input.url : String(input)),
  };
}
