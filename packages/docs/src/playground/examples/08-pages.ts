// Pages, and resuming
// Read one page, keep its token, and go on elsewhere.
// Fault: none
import { createEmulator } from "@org/emulator";
import { createFoundryAipAgents } from "@org/foundry-aip-agents";

const { fetch, credentials } = createEmulator();
const { token, agentRid } = credentials.foundry;
const foundry = createFoundryAipAgents({ baseUrl: "https://acme.palantirfoundry.com", auth: { token }, fetch });

const first = await foundry.listSessions.page({ agentRid, pageSize: 50 });
console.log(first.items.length, "sessions; next:", first.next);

const second = await foundry.listSessions.page({ agentRid, pageSize: 50 }, { resume: first.next });
console.log(second.items.length, "more");

const all = await foundry.listSessions({ agentRid, pageSize: 50 }).toArray({ max: 1000 });
console.log(all.length, "in all");
