import { createFoundryAipAgents } from "@org/foundry-aip-agents";

const foundry = createFoundryAipAgents({ baseUrl: "https://acme.palantirfoundry.com", auth: { token: "a-token" } });
const result = await foundry.getSession.safe({ agentRid: "an-agent", sessionRid: "a-session" });
export const missing: string | undefined =
  !result.ok && result.error.name === "SessionNotFound" ? result.error.parameters.sessionRid : undefined;
