import { createFoundryAipAgents } from "@org/foundry-aip-agents";
import type { paths } from "@org/foundry-aip-agents/raw";
import { createPlatformClient } from "@osdk/client";
import { Sessions } from "@osdk/foundry.aipagents";
import ky from "ky";
import createClient from "openapi-fetch";
import { loadGeneratedClient } from "../generated-client.ts";
import { agentRid, sessionRid, token } from "./sample-session.ts";
import type { Wire } from "./wire.ts";

/** One way to get the session. */
export interface Contender {
  readonly name: string;
  call(): Promise<unknown>;
}

/** The one that the others are measured against. */
export const rival = "openapi-fetch 0.17";
export const withAllFeatures = "ours, all features on";

const path = `/v2/aipAgents/agents/${agentRid}/sessions/${sessionRid}`;
const Authorization = `Bearer ${token}`;

/** Everyone, each as its own guide sets it up, all with the same token and the same query. */
export async function contenders(wire: Wire): Promise<Contender[]> {
  return [bareFetch(wire), openapiFetch(wire), ...ours(wire), await redocly(wire), official(wire), kyClient(wire)];
}

/** The two that the budget speaks of, and ours as it comes. */
export function oursAndOpenapiFetch(wire: Wire): Contender[] {
  return [openapiFetch(wire), ...ours(wire)];
}

function bareFetch({ origin, fetch }: Wire): Contender {
  const url = `${origin}/api${path}?preview=true`;
  const headers = { Accept: "application/json", Authorization };
  return { name: "fetch and json()", call: async () => (await fetch(url, { headers })).json() };
}

function openapiFetch({ origin, fetch }: Wire): Contender {
  const client = createClient<paths, "application/json">({
    baseUrl: `${origin}/api`,
    fetch,
    headers: { Authorization },
  });
  const params = { path: { agentRid, sessionRid }, query: { preview: true } };
  return {
    name: rival,
    call: async () => (await client.GET("/v2/aipAgents/agents/{agentRid}/sessions/{sessionRid}", { params })).data,
  };
}

/**
 * As it comes: checked input, retries, both timeouts, no redirect, bounded and checked answer. With all features on: a
 * signal that outlives the call, one middleware, and answers compared with the description.
 */
function ours({ origin, fetch }: Wire): Contender[] {
  const options = { baseUrl: origin, fetch, auth: { token } };
  const plain = createFoundryAipAgents(options);
  const full = createFoundryAipAgents({
    ...options,
    middleware: [(request, next) => next(request)],
    onUnrecognized: ({ place }) => {
      throw new Error(`the sample is not as described: ${place}`);
    },
  });
  const { signal } = new AbortController();
  return [
    { name: "ours, as it comes", call: () => plain.getSession({ agentRid, sessionRid }) },
    { name: withAllFeatures, call: () => full.getSession({ agentRid, sessionRid }, { signal }) },
  ];
}

/** Retries on, as its guide has them. */
async function redocly({ origin, fetch }: Wire): Promise<Contender> {
  const { createClient, OPERATIONS } = await loadGeneratedClient();
  const client = createClient(OPERATIONS, {
    serverUrl: `${origin}/api`,
    fetch,
    auth: { bearer: token },
    retry: { retries: 3 },
  });
  const args = { path: { agentRid, sessionRid }, query: { preview: true } };
  return { name: "redocly generate-client 2.77, retries on", call: () => client.getSession(args) };
}

function official({ origin, fetch }: Wire): Contender {
  const client = createPlatformClient(origin, async () => token, undefined, fetch);
  return {
    name: "@osdk/foundry.aipagents 2.38",
    call: () => Sessions.get(client, agentRid, sessionRid, { preview: true }),
  };
}

function kyClient({ origin, fetch }: Wire): Contender {
  const client = ky.create({ baseUrl: `${origin}/api/`, fetch, headers: { Authorization } });
  const relative = path.slice(1);
  return { name: "ky 2.1", call: () => client.get(relative, { searchParams: { preview: true } }).json() };
}
