// A fault, and its timeline
// The service answers 500. A read is sent again, and every attempt is drawn.
// Fault: always-500
import { createEmulator } from "@org/emulator";
import { createFoundryAipAgents } from "@org/foundry-aip-agents";

const { fetch, credentials } = createEmulator();
const { token, agentRid, sessionRid } = credentials.foundry;
const foundry = createFoundryAipAgents({ baseUrl: "https://acme.palantirfoundry.com", auth: { token }, fetch });

// Change the fault above, and run again.
const result = await foundry.getSession.safe({ agentRid, sessionRid });
console.log(result.ok ? result.data.metadata.title : result.error.message);
console.log(result);
