import {
  call,
  noProgress,
  pageGuard,
  parseInstant,
  refused,
  unreadable,
  type CallOptions,
  type FetchedPage,
  type PageSource,
  type Result,
  type SdkError,
  type Transport,
} from "@org/runtime";
import {
  getAccountSessionsOperation,
  getBotSessionsOperation,
  type BotSession,
  type BotSessionList,
} from "./generated/index.js";
import {
  nsPerMs,
  readRange,
  windowBefore,
  type ListSessionsInput,
  type Position,
  type ReadRange,
} from "./list-range.js";
import { ownOperations } from "./own-operations.js";
import { readRows, type Rows } from "./rows.js";
import { newestWindow, windowRequest, type Window } from "./windows.js";

/**
 * The pages of a range of any length, newest first: windows that the service accepts, and in each its pages.
 *
 * Rows that shift down while a window is read, because a session arrives late, come twice; they are recognized by their
 * id. Where rows shift up, because a session no longer matches, the reading steps back.
 */
export function sessionSource(
  transport: Transport,
): PageSource<ListSessionsInput, BotSession, BotSessionList, Position> {
  return {
    id: ownOperations.listSessions,
    calls: [getBotSessionsOperation.id, getAccountSessionsOperation.id],
    start: () => {
      const seen = new Set<string>();
      const repeats = pageGuard();
      return async (input, position, options) => {
        let range: ReadRange = { since: 0n, until: 0n, sinceMs: 0, at: windowBefore(0) };
        const problem = refused(
          ownOperations.listSessions,
          () => (range = readRange(input, position, transport.clock)),
        );
        if (problem) return problem;
        const window = newestWindow(range.sinceMs, range.at.to);
        if (range.at.skip === 0) seen.clear();
        const { result, at } = await readPage(range.at, (skip) => fetchWindow(transport, input, window, skip, options));
        if (!result.ok) return result;
        let rows: Rows;
        try {
          rows = readRows(result.data);
        } catch (cause) {
          return unreadable(ownOperations.listSessions, result, cause);
        }
        const { sessions, total } = rows;
        const items = sessions.filter((session) => isIn(session, window, range) && !seen.has(session.sessionId));
        for (const { sessionId } of items) seen.add(sessionId);
        const more = rows.more && !(sessions.length === 0 && total <= at.skip);
        if (more && (sessions.length === 0 || repeats(sessions, total, at.skip))) {
          return noProgress(
            ownOperations.listSessions,
            result,
            `says that more rows follow ${at.skip}, but sends none that are new`,
          );
        }
        const older = window.from > range.sinceMs ? windowBefore(window.from) : undefined;
        const page: FetchedPage<BotSession, BotSessionList, Position> = {
          items,
          raw: result.data,
          next: more ? { ...at, skip: at.skip + sessions.length, total } : older,
        };
        return { ...result, data: page };
      };
    },
  };
}

type Answer = Result<BotSessionList, SdkError>;

/** A service that contradicts itself all the time is not followed for ever. */
const mostReadAgain = 1000;

/**
 * Reads a page of a window. Where the window has fewer rows than it had, those that follow have moved up, and as many are
 * read again.
 */
async function readPage(
  start: Position,
  fetchFrom: (skip: number) => Promise<Answer>,
): Promise<{ readonly result: Answer; readonly at: Position }> {
  for (let at = start; ;) {
    const result = await fetchFrom(at.skip);
    const gone = result.ok ? at.total - result.data.total : 0;
    if (!(gone > 0) || at.skip === 0 || at.again >= mostReadAgain) return { result, at };
    at = { ...at, skip: Math.max(0, at.skip - gone), total: at.total - gone, again: at.again + gone };
  }
}

function fetchWindow(
  transport: Transport,
  { botId, containmentType, sessionType, userId, tags, limit = 100 }: ListSessionsInput,
  window: Window,
  skip: number,
  options: CallOptions,
): Promise<Answer> {
  const request = { containmentType, sessionType, userId, tags, ...windowRequest(window), skip, limit };
  const answer =
    botId === undefined
      ? call(transport, getAccountSessionsOperation, request, options)
      : call(transport, getBotSessionsOperation, { ...request, botId }, options);
  return answer as Promise<Answer>;
}

function isIn({ start_time: start }: BotSession, window: Window, { since, until }: ReadRange): boolean {
  const instant = parseInstant(start);
  // A session without a readable time belongs to the window it came in: better twice than lost.
  if (instant === undefined) return true;
  const [from, to] = [BigInt(window.from) * nsPerMs, BigInt(window.to) * nsPerMs];
  return instant >= since && instant >= from && instant < until && instant < to;
}
