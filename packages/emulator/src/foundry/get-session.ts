import { pathParameter, type Call } from "../exchange.js";
import { jsonResponse } from "../json-response.js";
import type { FoundryContext } from "./context.js";
import { findAgent } from "./find-agent.js";
import type { Principal } from "./principal.js";
import { toWire } from "./session.js";

/** One session of the calling user. Expired sessions and those of other users do not exist for the caller. */
export function getSession(call: Call, { userId }: Principal, { store, refuse }: FoundryContext): Response {
  const { rid: agentRid } = findAgent(call, refuse);
  const sessionRid = pathParameter(call, "sessionRid");
  const session = store.find({ agentRid, sessionRid, userId, at: call.at });
  if (session === undefined) throw refuse("SessionNotFound", { parameters: { agentRid, sessionRid } });
  return jsonResponse(200, toWire(session));
}
