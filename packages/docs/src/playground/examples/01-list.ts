// List all sessions
// The sessions of the last day, of three services, in one loop.
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
    auth: { apiKey: agentPlatform.apiKey },
    appId: agentPlatform.appId,
    envName: agentPlatform.envName,
    fetch,
  }),
  ivr: koreXo({ auth: { clientId: xo.clientId, clientSecret: xo.clientSecret }, botId: xo.botId, fetch }),
});

const since = new Date(Date.now() - 24 * 60 * 60 * 1000);
const found = await sessions.all.list({ since }).toArray({ sort: "-createdAt", max: 500 });
for (const session of found.slice(0, 20)) console.log(session.createdAt, session.ref, session.user ?? "");
console.log(`${found.length} sessions in all`);
