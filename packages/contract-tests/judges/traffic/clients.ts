import type { EmulatorCredentials } from "@org/emulator";
import { createFoundryAipAgents } from "@org/foundry-aip-agents";
import { createKoreAgentPlatform } from "@org/kore-agent-platform";
import { createKoreXo } from "@org/kore-xo";
import { createSessions } from "@org/sessions";
import { foundryAipAgents } from "@org/sessions/foundry-aip-agents";
import { koreAgentPlatform } from "@org/sessions/kore-agent-platform";
import { koreXo } from "@org/sessions/kore-xo";
import type { Connection } from "./exchange.ts";

export type Clients = ReturnType<typeof connectClients>;

/** The providers' clients and the facade, signed in. Nothing is sent twice. */
export function connectClients(connection: Connection, { foundry, agentPlatform, xo }: EmulatorCredentials) {
  const { baseUrl, fetchFor } = connection;
  const toFoundry = { baseUrl, retry: false, fetch: fetchFor("foundry-aip-agents") } as const;
  const toPlatform = { baseUrl, retry: false, fetch: fetchFor("kore-agent-platform") } as const;
  const toXo = { baseUrl, retry: false, fetch: fetchFor("kore-xo") } as const;
  const xoApp = (clientId: string, clientSecret: string) => createKoreXo({ ...toXo, auth: { clientId, clientSecret } });
  const botApp = { clientId: xo.clientId, clientSecret: xo.clientSecret };
  const accountApp = { clientId: xo.accountClientId, clientSecret: xo.accountClientSecret };
  return {
    foundry: (token = foundry.token) => createFoundryAipAgents({ ...toFoundry, auth: { token } }),
    platform: (apiKey = agentPlatform.apiKey) => createKoreAgentPlatform({ ...toPlatform, auth: { apiKey } }),
    xoBot: xoApp(botApp.clientId, botApp.clientSecret),
    xoAccount: xoApp(accountApp.clientId, accountApp.clientSecret),
    xoUnscoped: xoApp(xo.unscopedClientId, xo.unscopedClientSecret),
    xoUnknown: createKoreXo({ ...toXo, auth: { jwt: "unknown" } }),
    sessions: createSessions({
      support: foundryAipAgents({ ...toFoundry, auth: { token: foundry.token }, agentRid: foundry.agentRid }),
      shop: koreAgentPlatform({
        ...toPlatform,
        auth: { apiKey: agentPlatform.apiKey },
        appId: agentPlatform.appId,
        envName: agentPlatform.envName,
      }),
      ivr: koreXo({ ...toXo, auth: botApp, botId: xo.botId }),
      account: koreXo({ ...toXo, auth: accountApp }),
    }),
  };
}
