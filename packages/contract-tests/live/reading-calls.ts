import { createFoundryAipAgents } from "@org/foundry-aip-agents";
import { createKoreAgentPlatform } from "@org/kore-agent-platform";
import { createKoreXo } from "@org/kore-xo";
import type { Unrecognized } from "@org/runtime";
import { createSessions } from "@org/sessions";
import { foundryAipAgents } from "@org/sessions/foundry-aip-agents";
import { koreAgentPlatform } from "@org/sessions/kore-agent-platform";
import { koreXo } from "@org/sessions/kore-xo";
import type { Fetch } from "../judges/traffic/exchange.ts";
import type { Target } from "./services.ts";

/** What every client of a service is made with. */
export interface ClientSetup {
  readonly fetch: Fetch;
  readonly onUnrecognized: (unrecognized: Unrecognized) => void;
}

/** A call of our client that changes nothing at the service. */
export interface ReadingCall {
  readonly name: string;
  run(setup: ClientSetup): Promise<unknown>;
}

const dayMs = 24 * 3_600_000;

/** The calls for a service: list a page, list the next, get or look up what was listed, by the client and by the facade. */
export function readingCalls(target: Target): readonly ReadingCall[] {
  switch (target.name) {
    case "foundry-aip-agents":
      return foundryCalls(target);
    case "kore-agent-platform":
      return platformCalls(target);
    case "kore-xo":
      return xoCalls(target);
  }
}

const since = (): Date => new Date(Date.now() - dayMs);

function foundryCalls({ baseUrl, values }: Target): ReadingCall[] {
  const agentRid = values["FOUNDRY_AGENT_RID"]!;
  const options = (setup: ClientSetup) => ({ ...setup, baseUrl, auth: { token: values["FOUNDRY_TOKEN"]! } });
  return [
    {
      name: "listSessions and getSession",
      async run(setup) {
        const client = createFoundryAipAgents(options(setup));
        const { items, next } = await client.listSessions.page({ agentRid, pageSize: 3 });
        if (next !== undefined) await client.listSessions.page({ agentRid, pageSize: 3 }, { resume: next });
        for (const { rid } of items.slice(0, 1)) await client.getSession({ agentRid, sessionRid: rid });
      },
    },
    {
      name: "the facade's list",
      run: (setup) =>
        createSessions({ live: foundryAipAgents({ ...options(setup), agentRid }) }).live.list.page({ since: since() }),
    },
  ];
}

function platformCalls({ baseUrl, values }: Target): ReadingCall[] {
  const place = { appId: values["KORE_AGENT_PLATFORM_APP_ID"]!, envName: values["KORE_AGENT_PLATFORM_ENV_NAME"]! };
  const options = (setup: ClientSetup) => ({
    ...setup,
    baseUrl,
    auth: { apiKey: values["KORE_AGENT_PLATFORM_API_KEY"]! },
  });
  return [
    {
      name: "listAppSessions",
      async run(setup) {
        const client = createKoreAgentPlatform(options(setup));
        const { items, next } = await client.listAppSessions.page(place);
        if (next !== undefined) await client.listAppSessions.page(place, { resume: next });
        for (const { sessionId } of items.slice(0, 1)) await client.listAppSessions.page({ ...place, sessionId });
      },
    },
    {
      name: "the facade's list",
      run: (setup) =>
        createSessions({ live: koreAgentPlatform({ ...options(setup), ...place }) }).live.list.page({ since: since() }),
    },
  ];
}

function xoCalls({ baseUrl, values }: Target): ReadingCall[] {
  const botId = values["KORE_XO_BOT_ID"]!;
  const bot = { clientId: values["KORE_XO_CLIENT_ID"]!, clientSecret: values["KORE_XO_CLIENT_SECRET"]! };
  const { KORE_XO_ACCOUNT_CLIENT_ID: clientId, KORE_XO_ACCOUNT_CLIENT_SECRET: clientSecret } = values;
  const ofAccount: ReadingCall[] =
    clientId === undefined || clientSecret === undefined
      ? []
      : [
          {
            name: "getAccountSessions",
            run: (setup) =>
              createKoreXo({ ...setup, baseUrl, auth: { clientId, clientSecret } }).getAccountSessions.page({
                limit: 3,
              }),
          },
        ];
  return [
    {
      name: "getBotSessions and lookUpSessions",
      async run(setup) {
        const client = createKoreXo({ ...setup, baseUrl, auth: bot });
        const { items, next } = await client.getBotSessions.page({ botId, limit: 3 });
        if (next !== undefined) await client.getBotSessions.page({ botId, limit: 3 }, { resume: next });
        const ids = [...items.map(({ sessionId }) => sessionId), "000000000000000000000000"];
        await client.lookUpSessions({ botId, ids });
      },
    },
    {
      name: "the facade's list",
      run: (setup) =>
        createSessions({ live: koreXo({ ...setup, baseUrl, auth: bot, botId }) }).live.list.page({ since: since() }),
    },
    ...ofAccount,
  ];
}
