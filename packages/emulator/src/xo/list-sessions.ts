import type { Call } from "../exchange.js";
import { isWithin } from "../iso-time.js";
import type { XoScope } from "./authorize.js";
import type { XoContext } from "./context.js";
import type { SessionFilter } from "./session-filter.js";
import { toWire, type XoSession } from "./session.js";
import { createTagFilter } from "./tag-filter.js";
import { readWindow } from "./window.js";

/** One page of the sessions that match every filter. */
export function listSessions(call: Call, filter: SessionFilter, scope: XoScope, context: XoContext): object {
  const { store, settings } = context;
  const window = readWindow({ dateFrom: filter.dateFrom, dateTo: filter.dateTo }, call.at, settings);
  const edges = { start: settings.dateFrom, end: settings.dateTo };
  const tests = [...testsOf(filter), ...queryTests(call.url.searchParams)];
  const matches = store
    .between(scope.botIds, window)
    .filter((session) => isWithin(session.startedAt, { ...window, edges }) && tests.every((test) => test(session)));

  const skip = filter.skip ?? filter.offset ?? 0;
  const limit = Math.min(filter.limit ?? settings.defaultLimit, settings.maxLimit);
  const page = matches.slice(skip, skip + limit);
  return {
    total: matches.length,
    moreAvailable: skip + page.length < matches.length,
    sessions: page.map((session) => toWire(session, settings)),
  };
}

type Test = (session: XoSession) => boolean;

function testsOf({ userId, sessionType, tags }: SessionFilter): readonly Test[] {
  const tests: Test[] = [];
  if (userId !== undefined) tests.push((session) => session.userId === userId || session.email === userId);
  if (sessionType !== undefined) tests.push((session) => session.sessionType === sessionType);
  if (tags !== undefined) tests.push(createTagFilter(tags));
  return tests;
}

function queryTests(query: URLSearchParams): readonly Test[] {
  const containmentType = query.get("containmentType");
  const callId = query.get("callId");
  const tests: Test[] = [];
  if (containmentType !== null) tests.push((session) => session.containmentType === containmentType);
  if (callId !== null) tests.push((session) => session.callId === callId);
  return tests;
}
