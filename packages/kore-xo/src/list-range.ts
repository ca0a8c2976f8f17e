import { checkFieldNames, ConfigurationError, toInstant, type Clock, type TimeInput } from "@org/runtime";

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

/** Where a listing stands. The first one freezes the end of the range. */
export interface Position {
  /** End of the window, in milliseconds since the epoch. */
  readonly to: number;
  /** Rows of the window that were read. */
  readonly skip: number;
  /** Rows that the window had. */
  readonly total: number;
  /** Rows that were read again, because others had gone. */
  readonly again: number;
}

const fields = ["botId", "since", "until", "containmentType", "sessionType", "userId", "tags", "limit"];

/** What to list, and where to read on. */
export interface ReadRange {
  /** In nanoseconds since the epoch. */
  readonly since: bigint;
  /** In nanoseconds since the epoch; not in the range itself. */
  readonly until: bigint;
  /** The whole millisecond in which the range begins: the service knows no finer ones. */
  readonly sinceMs: number;
  readonly at: Position;
}

/**
 * Checks an input and where a listing of it stands.
 *
 * @throws {ConfigurationError} naming the field.
 */
export function readRange(input: ListSessionsInput, position: Position | undefined, clock: Clock): ReadRange {
  checkFieldNames("input", input, fields);
  const since = toInstant("input.since", input.since);
  const until = toInstant("input.until", input.until === undefined ? new Date(clock.now()) : input.until);
  if (since >= until) {
    throw new ConfigurationError(
      "input.since",
      input.until === undefined ? "must be in the past" : "must be before input.until",
    );
  }
  const sinceMs = Number(since / nsPerMs);
  const untilMs = Number((until + nsPerMs - 1n) / nsPerMs);
  if (position !== undefined && !isPlausible(position, sinceMs, input.until === undefined ? lastMoment : untilMs)) {
    throw new ConfigurationError("resume", "is not a resume token; use the `next` of a page as it is");
  }
  return { since, until, sinceMs, at: position ?? windowBefore(untilMs) };
}

/** The beginning of the window that ends at a time. */
export function windowBefore(to: number): Position {
  return { to, skip: 0, total: 0, again: 0 };
}

export const nsPerMs = 1_000_000n;

/** The last moment that a `Date` can hold. */
const lastMoment = 8.64e15;

/** A position that this package may have written: a token can be tampered with. */
function isPlausible({ to, skip, total, again }: Position, from: number, until: number): boolean {
  const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
  return Number.isSafeInteger(to) && to > from && to <= until && [skip, total, again].every(isCount);
}
