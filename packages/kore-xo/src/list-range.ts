import { checkFieldNames, ConfigurationError, type Clock, type TimeInput } from "@org/runtime";
import { toMilliseconds } from "./time.js";

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

/**
 * Checks an input and where a listing of it stands.
 *
 * @returns the beginning of the range, in milliseconds since the epoch, and where to read.
 * @throws {ConfigurationError} naming the field.
 */
export function readRange(
  input: ListSessionsInput,
  position: Position | undefined,
  clock: Clock,
): { readonly since: number; readonly at: Position } {
  checkFieldNames("input", input, fields);
  const { since, until } = input;
  const from = toMilliseconds("input.since", since);
  const to = until === undefined ? clock.now() : toMilliseconds("input.until", until);
  if (from >= to) {
    throw new ConfigurationError(
      "input.since",
      until === undefined ? "must be in the past" : "must be before input.until",
    );
  }
  if (position !== undefined && !isPlausible(position, from, until === undefined ? lastMoment : to)) {
    throw new ConfigurationError("resume", "is not a resume token; use the `next` of a page as it is");
  }
  return { since: from, at: position ?? windowBefore(to) };
}

/** The beginning of the window that ends at a time. */
export function windowBefore(to: number): Position {
  return { to, skip: 0, total: 0, again: 0 };
}

/** The last moment that a `Date` can hold. */
const lastMoment = 8.64e15;

/** A position that this package may have written: a token can be tampered with. */
function isPlausible({ to, skip, total, again }: Position, from: number, until: number): boolean {
  const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
  return Number.isSafeInteger(to) && to > from && to <= until && [skip, total, again].every(isCount);
}
