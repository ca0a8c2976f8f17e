import { createSessions } from "@org/sessions";
import { foundryAipAgents } from "@org/sessions/foundry-aip-agents";
import { koreAgentPlatform } from "@org/sessions/kore-agent-platform";
import { koreXo } from "@org/sessions/kore-xo";
import type { Fetch, World } from "./world.js";

/** Replaces the `fetch` of one provider, to break it, to count, or to listen. */
export type Wrappers = Partial<Record<"support" | "shop" | "ivr", (fetch: Fetch) => Fetch>>;

const unchanged = (fetch: Fetch): Fetch => fetch;

/** The three adapters, signed in to the emulator. */
export function adaptersOf({ connection, emulator }: World, wrappers: Wrappers = {}) {
  const { foundry, agentPlatform, xo } = emulator.credentials;
  const { support = unchanged, shop = unchanged, ivr = unchanged } = wrappers;
  return {
    support: foundryAipAgents({
      ...connection,
      fetch: support(connection.fetch),
      auth: { token: foundry.token },
      agentRid: foundry.agentRid,
    }),
    shop: koreAgentPlatform({
      ...connection,
      fetch: shop(connection.fetch),
      auth: { apiKey: agentPlatform.apiKey },
      appId: agentPlatform.appId,
      envName: agentPlatform.envName,
    }),
    ivr: koreXo({
      ...connection,
      fetch: ivr(connection.fetch),
      auth: { clientId: xo.clientId, clientSecret: xo.clientSecret },
      botId: xo.botId,
    }),
  };
}

/** A facade over the three. */
export const facadeOf = (world: World, wrappers?: Wrappers) => createSessions(adaptersOf(world, wrappers));

/** The sessions of each provider in a range, read from the emulator by hand; `createdAt` in milliseconds. */
export async function truthOf({ emulator }: World, range: { since: number; until: number }) {
  const { foundry, agentPlatform, xo } = emulator.credentials;
  const isIn = ({ startedAt }: { readonly startedAt: number }): boolean =>
    startedAt >= range.since && startedAt < range.until;
  const held = (api: "agent-platform" | "xo", place: string): string[] =>
    emulator
      .sessions(api)
      .filter((session) => session.place === place && isIn(session))
      .map(({ id }) => id);
  return {
    support: (await foundrySessions(emulator.fetch, foundry)).filter(isIn).map(({ id }) => id),
    shop: held("agent-platform", `${agentPlatform.appId}/${agentPlatform.envName}`),
    ivr: held("xo", xo.botId),
  };
}

/** What the user of the token sees, which the emulator's own list of all users' sessions does not tell. */
async function foundrySessions(
  fetch: Fetch,
  { agentRid, token }: { readonly agentRid: string; readonly token: string },
): Promise<{ id: string; startedAt: number }[]> {
  const sessions: { id: string; startedAt: number }[] = [];
  const url = new URL(`http://localhost/api/v2/aipAgents/agents/${agentRid}/sessions?preview=true&pageSize=100`);
  for (;;) {
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    const { data, nextPageToken } = (await response.json()) as {
      data: { rid: string; metadata: { createdTime: string } }[];
      nextPageToken?: string;
    };
    for (const { rid, metadata } of data) sessions.push({ id: rid, startedAt: Date.parse(metadata.createdTime) });
    if (nextPageToken === undefined) return sessions;
    url.searchParams.set("pageToken", nextPageToken);
  }
}

/** Breaks the connection after so many requests. */
export const breakAfter =
  (requests: number) =>
  (fetch: Fetch): Fetch => {
    let left = requests;
    return async (input, init) => {
      if (left-- <= 0)
        throw new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "ECONNRESET" }) });
      return fetch(input, init);
    };
  };

/** Keeps every JSON answer, as the service sent it. */
export function recorder(): { readonly bodies: unknown[]; readonly wrap: (fetch: Fetch) => Fetch } {
  const bodies: unknown[] = [];
  return {
    bodies,
    wrap: (fetch) => async (input, init) => {
      const response = await fetch(input, init);
      bodies.push(await response.clone().json());
      return response;
    },
  };
}

/** Counts requests when they leave, not when they are answered. */
export function counter(): { readonly count: () => number; readonly wrap: (fetch: Fetch) => Fetch } {
  let sent = 0;
  return {
    count: () => sent,
    wrap: (fetch) => (input, init) => {
      sent++;
      return fetch(input, init);
    },
  };
}
