// Create a session
// A new session with an agent of Foundry, and one with an app of the Agent Platform.
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

const ticket = await sessions.support.create({ agentVersion: "1.0" });
console.log("created", ticket.ref, "expires", ticket.expiresAt);

const order = await sessions.shop.create({ user: "usr_1a2b3c4d5e" });
console.log("created", order.ref, "status", order.status);
