import { ConfigurationError } from "./errors/configuration-error.js";

/** A time as a client takes it: a `Date`, a wire time, or a date, which means its beginning in UTC. */
export type TimeInput = string | Date;

const pattern = /^(\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|z|[+-]\d\d:?\d\d)$/;

/**
 * Reads an RFC 3339 time as nanoseconds since the epoch.
 *
 * Wire times are never compared as strings: `…24.962583055Z` sorts before `…24.962Z`, and a `Date` drops the rest.
 *
 * @returns `undefined` for anything that is not a time.
 */
export function parseInstant(time: string): bigint | undefined {
  const [, seconds, fraction = "", zone] = pattern.exec(time) ?? [];
  if (seconds === undefined || zone === undefined) return undefined;
  const ms = Date.parse(`${seconds.replace(" ", "T")}${zone.toUpperCase()}`);
  if (Number.isNaN(ms)) return undefined;
  return BigInt(ms) * 1_000_000n + BigInt(fraction.slice(0, 9).padEnd(9, "0"));
}

/** Is there such a day? `Date.parse` takes 30 February for a day in March. */
function isDay(date: string): boolean {
  return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}

/** Orders two wire times; what cannot be read comes last. */
export function compareInstants(a: string, b: string): number {
  const [left, right] = [parseInstant(a), parseInstant(b)];
  if (left === right) return 0;
  if (left === undefined) return 1;
  if (right === undefined) return -1;
  return left < right ? -1 : 1;
}

/** The bounds of what the services take: RFC 3339 in UTC, with milliseconds. */
const firstNs = BigInt(Date.parse("0001-01-01T00:00:00Z")) * 1_000_000n;
const lastNs = BigInt(Date.parse("9999-12-31T23:59:59.999Z")) * 1_000_000n;

/**
 * Reads a caller's time as nanoseconds since the epoch.
 *
 * @throws {ConfigurationError} naming the field, for anything that is not a time of the years 1 to 9999.
 */
export function toInstant(field: string, time: TimeInput): bigint {
  const instant = instantOf(time);
  if (instant === undefined) {
    const found =
      typeof time === "string" && time.length <= 40 ? JSON.stringify(time) : `a value of type ${typeof time}`;
    throw new ConfigurationError(
      field,
      `must be a date such as "2026-02-11", a time such as "2026-02-11T13:25:58.515Z" or a Date, not ${found}`,
    );
  }
  if (instant < firstNs || instant > lastNs) throw new ConfigurationError(field, "must be in the years 1 to 9999");
  return instant;
}

function instantOf(time: unknown): bigint | undefined {
  if (time instanceof Date) {
    const ms = time.getTime();
    return Number.isNaN(ms) ? undefined : BigInt(ms) * 1_000_000n;
  }
  if (typeof time !== "string") return undefined;
  const instant = parseInstant(/^\d{4}-\d\d-\d\d$/.test(time) ? `${time}T00:00:00Z` : time);
  return instant !== undefined && isDay(time.slice(0, 10)) ? instant : undefined;
}
