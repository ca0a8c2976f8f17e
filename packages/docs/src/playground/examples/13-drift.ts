// A service that changed
// The answer holds a field that nobody described. It passes through, and is reported.
// Fault: none
import { createEmulator } from "@org/emulator";
import { createFoundryAipAgents } from "@org/foundry-aip-agents";

const { fetch, credentials, faults } = createEmulator();
const { token, agentRid, sessionRid } = credentials.foundry;
const foundry = createFoundryAipAgents({
  baseUrl: "https://acme.palantirfoundry.com",
  auth: { token },
  fetch,
  onUnrecognized: ({ operation, kind, place }) => console.log("not described:", operation, kind, place),
});

faults.add({ operation: "getSession", fault: { kind: "edit", set: { "/metadata/language": "en" } } });
const session = await foundry.getSession({ agentRid, sessionRid });
console.log(session.metadata);
