import { bodyOf, type Call } from "../exchange.js";
import { jsonResponse } from "../json-response.js";
import { latestPublished, type Agent } from "./agent.js";
import type { FoundryContext } from "./context.js";
import type { FoundryErrors } from "./errors.js";
import { findAgent } from "./find-agent.js";
import { toNanoseconds } from "./nanoseconds.js";
import type { Principal } from "./principal.js";
import { toWire, type FoundrySession } from "./session.js";

interface CreateSessionRequest {
  readonly agentVersion: string;
}

/** Starts a session between the calling user and an agent. */
export function createSession(call: Call, { userId, clientId }: Principal, context: FoundryContext): Response {
  const { store, settings, random, refuse } = context;
  const agent = findAgent(call, refuse);
  const { agentVersion } = bodyOf<CreateSessionRequest>(call);
  const createdAt = context.stamp(call.at);
  const session: FoundrySession = {
    rid: `ri.aip-agents..session.${random.uuid()}`,
    agentRid: agent.rid,
    agentVersion: chooseVersion(agent, agentVersion, refuse),
    owner: { userId, clientId },
    title: "New session",
    createdAt,
    updatedAt: createdAt,
    expiresAt: createdAt + toNanoseconds(settings.sessionLifetimeMs),
    messageCount: 0,
  };
  store.add(session);
  return jsonResponse(200, toWire(session));
}

function chooseVersion(agent: Agent, asked: string | undefined, refuse: FoundryErrors): string {
  const agentRid = agent.rid;
  const published = latestPublished(agent);
  if (asked !== undefined && !/^\d+\.\d+$/.test(asked)) {
    throw refuse("InvalidAgentVersion", { parameters: { agentRid, version: asked } });
  }
  if (published === undefined) throw refuse("NoPublishedAgentVersion", { parameters: { agentRid } });
  if (asked !== undefined && agent.versions.every(({ version }) => version !== asked)) {
    throw refuse("AgentVersionNotFound", { parameters: { agentRid, agentVersionString: asked } });
  }
  return asked ?? published;
}
