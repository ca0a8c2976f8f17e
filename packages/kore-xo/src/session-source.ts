import {
  call,
  ConfigurationError,
  parseInstant,
  refused,
  type CallOptions,
  type FetchedPage,
  type PageSource,
  type Result,
  type SdkError,
  type TimeInput,
  type Transport,
} from "@org/runtime";
import {
  getAccountSessionsOperation,
  getBotSessionsOperation,
  type BotSession,
  type BotSessionList,
} from "./generated/index.js";
import { toMilliseconds } from "./time.js";
import { newestWindow, windowRequest, type Window } from "./windows.js";

/** Which sessions to list over a range of any length. */
export interface ListSessionsInput {
  /** The bot. Without it, all bots of the account: that needs an app of the account. */
  readonly botId?: string | undefined;
  /** Sessions that began at this time or later. */
  readonly since: TimeInput;
  /** Sessions that began before this time. Default: now, as it is when the first page is asked for. */
  readonly until?: TimeInput | undefined;
  /** What became of the session. Default: all kinds. */
  readonly containmentType?: "dropOff" | "selfService" | "agent" | undefined;
  /** Whether the user wrote at least once. Default: both. */
  readonly sessionType?: "interactive" | "non-interactive" | undefined;
  /** E-mail address or enterprise id of the user. */
  readonly userId?: string | undefined;
  /** Meta tags, in the form that the service documents for messages. */
  readonly tags?: Readonly<Record<string, unknown>> | undefined;
  /** Sessions to ask for at a time. Default 100. The service may send fewer. */
  readonly limit?: number | undefined;
}

/** Where a listing stands: the range's end, frozen at the first page, the end of the window, and the rows of it read. */
interface Position {
  readonly until: number;
  readonly to: number;
  readonly skip: number;
}

/**
 * The pages of a range of any length, newest first: windows that the service accepts, and in each its pages.
 *
 * Rows that shift while a window is read, because a session arrives late, come twice; they are recognized by their id.
 */
export function sessionSource(
  transport: Transport,
): PageSource<ListSessionsInput, BotSession, BotSessionList, Position> {
  return {
    id: "listSessions",
    start: () => {
      const seen = new Set<string>();
      return async (input, position, options) => {
        let since = 0;
        const problem = refused(() => (since = checkRange(transport, input)));
        if (problem) return problem;
        const until =
          position?.until ??
          (input.until === undefined ? transport.clock.now() : toMilliseconds("input.until", input.until));
        const { to, skip } = position ?? { to: until, skip: 0 };
        const window = newestWindow(since, to);
        if (skip === 0) seen.clear();
        const result = await fetchWindow(transport, input, window, skip, options);
        if (!result.ok) return result;
        const { sessions = [], moreAvailable } = result.data;
        const items = sessions.filter((session) => isIn(session, window) && !seen.has(session.sessionId));
        for (const { sessionId } of items) seen.add(sessionId);
        const more = isTrue(moreAvailable) && sessions.length > 0;
        const next = more ? { until, to, skip: skip + sessions.length } : { until, to: window.from, skip: 0 };
        const page: FetchedPage<BotSession, BotSessionList, Position> = {
          items,
          raw: result.data,
          next: more || window.from > since ? next : undefined,
        };
        return { ...result, data: page };
      };
    },
  };
}

/** @returns the beginning of the range, in milliseconds since the epoch. */
function checkRange({ clock }: Transport, { since, until }: ListSessionsInput): number {
  const from = toMilliseconds("input.since", since);
  const to = until === undefined ? clock.now() : toMilliseconds("input.until", until);
  if (from >= to) {
    throw new ConfigurationError(
      "input.since",
      until === undefined ? "must be in the past" : "must be before input.until",
    );
  }
  return from;
}

function fetchWindow(
  transport: Transport,
  { botId, containmentType, sessionType, userId, tags, limit = 100 }: ListSessionsInput,
  window: Window,
  skip: number,
  options: CallOptions,
): Promise<Result<BotSessionList, SdkError>> {
  const request = { containmentType, sessionType, userId, tags, ...windowRequest(window), skip, limit };
  const answer =
    botId === undefined
      ? call(transport, getAccountSessionsOperation, request, options)
      : call(transport, getBotSessionsOperation, { ...request, botId }, options);
  return answer as Promise<Result<BotSessionList, SdkError>>;
}

function isIn({ start_time: start }: BotSession, { from, to }: Window): boolean {
  const instant = parseInstant(start);
  // A session without a readable time belongs to the window it came in: better twice than lost.
  if (instant === undefined) return true;
  return instant >= BigInt(from) * 1_000_000n && instant < BigInt(to) * 1_000_000n;
}

/** The vendor's table describes the flag as a string. */
function isTrue(flag: unknown): boolean {
  return flag === true || String(flag).toLowerCase() === "true";
}
