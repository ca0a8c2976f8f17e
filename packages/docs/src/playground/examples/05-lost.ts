// A create whose answer is lost
// The session is made, the answer never comes. It is not sent again, and the error says so.
// Fault: lost-create
import { createEmulator } from "@org/emulator";
import { createFoundryAipAgents } from "@org/foundry-aip-agents";

const emulator = createEmulator();
const { token, agentRid } = emulator.credentials.foundry;
const foundry = createFoundryAipAgents({
  baseUrl: "https://acme.palantirfoundry.com",
  auth: { token },
  fetch: emulator.fetch,
});

const before = emulator.stored.foundry;
const result = await foundry.createSession.safe({ agentRid });
if (!result.ok) console.log(result.error);
console.log("sessions made:", emulator.stored.foundry - before);
