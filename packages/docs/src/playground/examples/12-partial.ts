// One provider fails
// The others are listed all the same, and the failure is named.
// Fault: none
import { createEmulator } from "@org/emulator";
import { createSessions } from "@org/sessions";
import { foundryAipAgents } from "@org/sessions/foundry-aip-agents";
import { koreAgentPlatform } from "@org/sessions/kore-agent-platform";
import { koreXo } from "@org/sessions/kore-xo";

const { fetch, credentials } = createEmulator();
const { foundry, agentPlatform, xo } = credentials;

const sessions = createSessions({
  support: foundryAipAgents({
    baseUrl: "acme.palantirfoundry.com",
    auth: { token: foundry.token },
    agentRid: foundry.agentRid,
    fetch,
  }),
  shop: koreAgentPlatform({
    auth: { apiKey: "wrong-key" },
    appId: agentPlatform.appId,
    envName: agentPlatform.envName,
    fetch,
  }),
  ivr: koreXo({ auth: { clientId: xo.clientId, clientSecret: xo.clientSecret }, botId: xo.botId, fetch }),
});

const since = new Date(Date.now() - 24 * 60 * 60 * 1000);
const listing = sessions.all.list(
  { since },
  { onProviderError: ({ provider, error }) => console.log(provider, error) },
);
const found = await listing.toArray();
console.log(`${found.length} sessions; failed: ${listing.failures.map(({ provider }) => provider).join()}`);
