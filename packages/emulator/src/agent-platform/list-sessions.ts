import { bodyOf, type Call } from "../exchange.js";
import { jsonResponse } from "../json-response.js";
import type { AppCaller } from "./authenticate.js";
import type { AgentPlatformContext } from "./context.js";
import { createdWithin, type DateRange } from "./created-within.js";
import { toRow } from "./session.js";

interface ListAppSessionsRequest {
  readonly sessionId: string;
  readonly userReference: string;
  readonly date: DateRange;
  readonly offset: number;
}

/** One page of the environment's sessions that match every filter, latest created first. `filters` is ignored. */
export function listAppSessions(call: Call, { app, envName }: AppCaller, context: AgentPlatformContext): Response {
  const { settings, store } = context;
  const { sessionId, userReference, date, offset = 0 } = bodyOf<ListAppSessionsRequest>(call);
  const isInRange = date === undefined ? () => true : createdWithin(date, settings);
  const matches = store
    .list({ appId: app.appId, envName })
    .filter(
      (session) =>
        (sessionId === undefined || session.sessionId === sessionId) &&
        (userReference === undefined || session.userReference === userReference) &&
        isInRange(session),
    );
  const page = matches.slice(offset, offset + settings.pageSize);
  const received = offset + page.length;
  const endIndex = settings.endIndexFrom === "one" || page.length === 0 ? received : received - 1;
  return jsonResponse(200, {
    sessions: page.map(toRow),
    pagination: { totalCount: matches.length, endIndex, hasMore: received < matches.length },
  });
}
