import { createFoundryAipAgents } from "@org/foundry-aip-agents";

const foundry = createFoundryAipAgents({ baseUrl: "https://acme.palantirfoundry.com", auth: { token: "a-token" } });
const session = await foundry.getSesion({ agentRid: "an-agent", sessionRid: "a-session" });
export const title: string = session.metadata.title;
