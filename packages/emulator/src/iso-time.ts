/** A time span in milliseconds. */
export const DAY_MS = 86_400_000;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** A point in time, and whether it was written as a date without a time. */
export interface WrittenTime {
  /** Milliseconds since 1970; for a date, the start of that day in GMT. */
  readonly ms: number;
  readonly isDate: boolean;
}

/** Reads an ISO 8601 date or a time with a zone; `undefined` for any other text and for days that do not exist. */
export function parseTime(text: string): WrittenTime | undefined {
  const isDate = DATE.test(text);
  if (!isDate && !DATE_TIME.test(text)) return undefined;
  const ms = Date.parse(text);
  // Date.parse takes 30 February for a day in March when a time follows.
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  const exists = !Number.isNaN(ms) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text.slice(0, 10));
  return exists ? { ms, isDate } : undefined;
}

/** Which moments a range covers. */
export interface RangeEdges {
  readonly start: "inclusive" | "exclusive";
  readonly end: "inclusive" | "exclusive";
}

/** Whether a moment lies in the range from `from` to `to`. */
export function isWithin(ms: number, { from, to, edges }: { from: number; to: number; edges: RangeEdges }): boolean {
  const isAfterStart = edges.start === "inclusive" ? ms >= from : ms > from;
  return isAfterStart && (edges.end === "inclusive" ? ms <= to : ms < to);
}
