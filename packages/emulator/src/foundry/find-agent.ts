import { pathParameter, type Call } from "../exchange.js";
import type { Agent } from "./agent.js";
import { agents } from "./agents.js";
import type { FoundryErrors } from "./errors.js";

/** The agent of the path. Agents that always fail do so here. */
export function findAgent(call: Call, refuse: FoundryErrors): Agent {
  const agentRid = pathParameter(call, "agentRid");
  const agent = agents.get(agentRid);
  if (agent === undefined) throw refuse("AgentNotFound", { parameters: { agentRid } });

  const { failure } = agent;
  const fails = failure?.on === "everything" || (failure?.on === "create" && call.operation.id === "createSession");
  if (failure === undefined || !fails) return agent;
  const isOfApi = !failure.error.includes(":");
  throw refuse(failure.error, {
    parameters: isOfApi ? { agentRid, ...failure.parameters } : {},
    description: "This agent of the emulator always fails so",
  });
}
