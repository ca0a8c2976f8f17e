import { ConfigurationError, parseInstant, toInstant } from "@org/runtime";
import type { ListRange } from "./adapter.js";

/** A range in nanoseconds since the epoch. */
export interface InstantRange {
  readonly since: bigint | undefined;
  readonly until: bigint | undefined;
}

/** @throws {ConfigurationError} for a bound that is no time, and for a range that is inverted. */
export function readRange({ since, until }: ListRange): InstantRange {
  const range = {
    since: since === undefined ? undefined : toInstant("input.since", since),
    until: until === undefined ? undefined : toInstant("input.until", until),
  };
  if (range.since !== undefined && range.until !== undefined && range.since >= range.until) {
    throw new ConfigurationError("input.since", "must be before input.until");
  }
  return range;
}

/** Was it created in [since, until)? What has no readable time is let through: better too much than lost. */
export function isInRange(createdAt: string | undefined, { since, until }: InstantRange): boolean {
  const instant = createdAt === undefined ? undefined : parseInstant(createdAt);
  if (instant === undefined) return true;
  return (since === undefined || instant >= since) && (until === undefined || instant < until);
}

/** As the services take it: with milliseconds, rounded away from the range so that nothing is cut off. */
export function toWireTime(instant: bigint, direction: "down" | "up"): string {
  const ms = Number((instant + (direction === "up" ? 999_999n : 0n)) / 1_000_000n);
  return new Date(ms).toISOString();
}
