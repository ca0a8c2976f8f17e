import { createEmulator } from "@org/emulator";
import { createFoundryAipAgents } from "@org/foundry-aip-agents";

const { fetch, credentials } = createEmulator(); // leave `fetch` out to reach your Foundry
const { token, agentRid } = credentials.foundry;
const foundry = createFoundryAipAgents({ baseUrl: "https://acme.palantirfoundry.com", auth: { token }, fetch });

const session = await foundry.createSession({ agentRid, agentVersion: "1.0" });
console.log(session.rid, session.metadata.estimatedExpiresTime);
