import type { Call } from "../exchange.js";
import { jsonResponse } from "../json-response.js";
import type { FoundryContext } from "./context.js";
import { findAgent } from "./find-agent.js";
import type { Principal } from "./principal.js";
import { byUpdate } from "./session-store.js";
import { toWire } from "./session.js";

/** One page of the calling user's sessions with an agent, of those that this client made. */
export function listSessions(call: Call, { userId, clientId }: Principal, context: FoundryContext): Response {
  const { store, settings, pageTokens, refuse } = context;
  const { searchParams: query } = call.url;
  const listing = { agentRid: findAgent(call, refuse).rid, owner: { userId, clientId } };

  const pageToken = query.get("pageToken");
  const after = pageToken === null ? undefined : pageTokens.decode(pageToken, listing);
  if (pageToken !== null && after === undefined) {
    throw refuse("InvalidPageToken", {
      parameters: { pageToken },
      description: "Not a token of this agent, user and client",
    });
  }

  const pageSize = Math.min(Number(query.get("pageSize") ?? settings.defaultPageSize), settings.maxPageSize);
  const sessions = store.list({ ...listing, at: call.at });
  const rest = after === undefined ? sessions : sessions.filter((session) => byUpdate(after, session) < 0);
  const page = rest.slice(0, pageSize);
  const last = page.at(-1);
  const hasMore = last !== undefined && rest.length > page.length;
  return jsonResponse(200, {
    data: page.map(toWire),
    ...(hasMore ? { nextPageToken: pageTokens.encode({ ...listing, last }) } : {}),
  });
}
