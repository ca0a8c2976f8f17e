import { createEmulator } from "@org/emulator";
import { createFoundryAipAgents } from "@org/foundry-aip-agents";

const { fetch, credentials } = createEmulator(); // leave `fetch` out to reach your Foundry
const { token, agentRid } = credentials.foundry;
const foundry = createFoundryAipAgents({ baseUrl: "https://acme.palantirfoundry.com", auth: { token }, fetch });

for await (const { rid, metadata } of foundry.listSessions({ agentRid, pageSize: 100 })) {
  console.log(rid, metadata.title);
}
