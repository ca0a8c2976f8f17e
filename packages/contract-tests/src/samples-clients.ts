import type { ClientOptions, FetchLike, Unrecognized } from "@org/runtime";
import { createSessions } from "@org/sessions";
import { foundryAipAgents } from "@org/sessions/foundry-aip-agents";
import { koreAgentPlatform } from "@org/sessions/kore-agent-platform";
import { koreXo } from "@org/sessions/kore-xo";
import { responseOf, type Message } from "./samples-message.js";
import { sampleOf } from "./samples.js";

/** The facade over all three services. Each provider's own client is its `client`. */
export type SampleClients = ReturnType<typeof clientsOver>;

/** Clients whose every request is answered with a sample. */
export function clientsThatReceive(responseName: string): {
  readonly clients: SampleClients;
  /** What they sent, oldest first. */
  readonly sent: readonly Message[];
  /** What was in the samples that the description does not know. */
  readonly unrecognized: readonly Unrecognized[];
} {
  const sample = sampleOf("response", responseName);
  const sent: Message[] = [];
  const unrecognized: Unrecognized[] = [];
  const fetch: FetchLike = async (input, init) => {
    const request = new Request(input, init);
    const { pathname, searchParams } = new URL(request.url);
    const { method, headers } = request;
    sent.push({ method, path: pathname, query: searchParams, headers, bodyText: await request.text() });
    return responseOf(sample);
  };
  const clients = clientsOver({ fetch, onUnrecognized: (one) => unrecognized.push(one) });
  return { clients, sent, unrecognized };
}

function clientsOver(options: Required<Pick<ClientOptions, "fetch" | "onUnrecognized">>) {
  return createSessions({
    support: foundryAipAgents({
      baseUrl: "https://example.palantirfoundry.com",
      auth: { token: "token" },
      agentRid: "ri.aip-agents..agent.732cd5b4-7ca7-4219-aabb-6e976faf63b1",
      ...options,
    }),
    shop: koreAgentPlatform({
      auth: { apiKey: "key" },
      appId: "aa-6b8e45ca-3f0d-5c1e-a151-8225d0ffe592",
      envName: "production",
      ...options,
    }),
    ivr: koreXo({ auth: { jwt: "token" }, botId: "st-dc600cf5-b1c5-581e-a2c3-eb81fe39c927", ...options }),
  });
}
