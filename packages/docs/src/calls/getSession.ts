import { createEmulator } from "@org/emulator";
import { createFoundryAipAgents } from "@org/foundry-aip-agents";

const { fetch, credentials } = createEmulator(); // leave `fetch` out to reach your Foundry
const { token, agentRid, sessionRid } = credentials.foundry;
const foundry = createFoundryAipAgents({ baseUrl: "https://acme.palantirfoundry.com", auth: { token }, fetch });

const session = await foundry.getSession({ agentRid, sessionRid });
console.log(session.metadata.title, session.metadata.messageCount);
