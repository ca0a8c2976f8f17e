// The clients that the other programs use. Nothing here runs: programs are only compiled.
import { createFoundryAipAgents } from "@org/foundry-aip-agents";
import { clientCredentials } from "@org/foundry-aip-agents/oauth";
import { createKoreAgentPlatform } from "@org/kore-agent-platform";
import { createKoreXo } from "@org/kore-xo";

export const foundry = createFoundryAipAgents({
  baseUrl: "https://acme.palantirfoundry.com",
  auth: clientCredentials({ clientId: "id", clientSecret: "secret" }),
});
export const agentPlatform = createKoreAgentPlatform({ auth: { apiKey: "key" } });
export const xo = createKoreXo({ auth: { clientId: "cs-1", clientSecret: "secret" } });
