import { createSessions } from "@org/sessions";
import { foundryAipAgents } from "@org/sessions/foundry-aip-agents";
import { koreAgentPlatform } from "@org/sessions/kore-agent-platform";
import { koreXo } from "@org/sessions/kore-xo";

export const support = foundryAipAgents({
  baseUrl: "https://acme.palantirfoundry.com",
  auth: { token: "token" },
  agentRid: "ri.aip-agents..agent.1",
});
export const shop = koreAgentPlatform({ auth: { apiKey: "key" }, appId: "aa-1", envName: "production" });
export const ivr = koreXo({ auth: { jwt: () => "jwt" }, botId: "st-1" });

export const sessions = createSessions({ support, shop, ivr });
