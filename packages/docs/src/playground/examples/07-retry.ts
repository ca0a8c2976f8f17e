// Retries and Retry-After
// 429 once with Retry-After: 1. The client waits and tries again.
// Fault: once-429
import { createEmulator } from "@org/emulator";
import { createFoundryAipAgents } from "@org/foundry-aip-agents";

const { fetch, credentials } = createEmulator();
const { token, agentRid, sessionRid } = credentials.foundry;
const foundry = createFoundryAipAgents({ baseUrl: "https://acme.palantirfoundry.com", auth: { token }, fetch });

const result = await foundry.getSession.safe(
  { agentRid, sessionRid },
  { onWait: ({ reason, waitMs }) => console.log(`waiting ${waitMs} ms: ${reason}`) },
);
console.log(result.ok ? "got it" : result.error.message);
console.log(result);
