import { createFoundryAipAgents } from "@org/foundry-aip-agents";
import { createSessions } from "@org/sessions";
import { foundryAipAgents } from "@org/sessions/foundry-aip-agents";
import type { Wire } from "../calls/wire.ts";
import { agentRid, type WirePage } from "./pages.ts";

const auth = { token: "a-token" };

/** Lists everything, and says how many messages there are. */
export type Reader = (wire: Wire) => Promise<number>;

export const byHand = "a loop of fetch and json()";

export const readers: Readonly<Record<string, Reader>> = {
  [byHand]: async ({ origin, fetch }) => {
    const headers = { Accept: "application/json", Authorization: `Bearer ${auth.token}` };
    const url = `${origin}/api/v2/aipAgents/agents/${agentRid}/sessions?preview=true`;
    let messages = 0;
    let pageToken: string | undefined;
    do {
      const next = pageToken === undefined ? "" : `&pageToken=${encodeURIComponent(pageToken)}`;
      const page = (await (await fetch(url + next, { headers })).json()) as WirePage;
      for (const session of page.data) messages += session.metadata.messageCount;
      pageToken = page.nextPageToken;
    } while (pageToken !== undefined);
    return messages;
  },
  "ours, session by session": async ({ origin, fetch }) => {
    const foundry = createFoundryAipAgents({ baseUrl: origin, fetch, auth });
    let messages = 0;
    for await (const session of foundry.listSessions({ agentRid })) messages += session.metadata.messageCount;
    return messages;
  },
  "ours, page by page": async ({ origin, fetch }) => {
    const foundry = createFoundryAipAgents({ baseUrl: origin, fetch, auth });
    let messages = 0;
    for await (const page of foundry.listSessions({ agentRid }).pages()) {
      for (const session of page.items) messages += session.metadata.messageCount;
    }
    return messages;
  },
  "the facade, session by session": async ({ origin, fetch }) => {
    const sessions = createSessions({ support: foundryAipAgents({ baseUrl: origin, fetch, auth, agentRid }) });
    let messages = 0;
    for await (const session of sessions.support.list()) messages += session.messageCount ?? 0;
    return messages;
  },
};
