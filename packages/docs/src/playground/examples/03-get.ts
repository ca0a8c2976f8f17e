// Get one session by its ref
// A ref names a session over all providers.
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

const { ref } = await sessions.support.create();
const session = await sessions.all.get(ref);
console.log(session.kind, session.title, session.raw);
