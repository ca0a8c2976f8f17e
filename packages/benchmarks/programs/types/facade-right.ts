import { createSessions } from "@org/sessions";
import { foundryAipAgents } from "@org/sessions/foundry-aip-agents";

const sessions = createSessions({
  support: foundryAipAgents({
    baseUrl: "https://acme.palantirfoundry.com",
    auth: { token: "a-token" },
    agentRid: "an-agent",
  }),
});
const session = await sessions.support.get("a-session");
export const title: string | undefined = session.title;
