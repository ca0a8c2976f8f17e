// Errors by name
// Each error has a name, and the name decides what its parameters are.
// Fault: none
import { createEmulator } from "@org/emulator";
import { createFoundryAipAgents } from "@org/foundry-aip-agents";

const { fetch, credentials } = createEmulator();
const { token, agentRid } = credentials.foundry;
const foundry = createFoundryAipAgents({ baseUrl: "https://acme.palantirfoundry.com", auth: { token }, fetch });

const results = [
  await foundry.getSession.safe({ agentRid, sessionRid: "ri.aip-agents..session.gone" }),
  await foundry.createSession.safe({ agentRid, agentVersion: "9.9" }),
  await foundry.createSession.safe({ agentRid: credentials.foundry.unpublishedAgentRid }),
];
for (const { error } of results) {
  if (error?.name === "SessionNotFound") console.log("no session", error.parameters.sessionRid);
  else if (error?.name === "AgentVersionNotFound") console.log("no version", error.parameters.agentVersionString);
  else console.log(error?.name, error?.outcome);
}
