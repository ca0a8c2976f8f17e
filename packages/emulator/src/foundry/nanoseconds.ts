import type { Random } from "../random.js";

const NANOSECONDS_IN_MS = 1_000_000n;

/** Nanoseconds since 1970 for milliseconds since 1970 and a fraction of a millisecond. */
export function toNanoseconds(ms: number, fraction = 0): bigint {
  return BigInt(Math.floor(ms)) * NANOSECONDS_IN_MS + BigInt(fraction);
}

export function toMilliseconds(time: bigint): number {
  return Number(time / NANOSECONDS_IN_MS);
}

/** ISO 8601 in UTC with nine fractional digits: `2024-10-01T22:04:24.962583055Z`. */
export function formatNanoseconds(time: bigint): string {
  const toMs = new Date(toMilliseconds(time)).toISOString().replace("Z", "");
  return `${toMs}${String(time % NANOSECONDS_IN_MS).padStart(6, "0")}Z`;
}

/** Times that never repeat and never go back, so that "most recently updated first" has one answer. */
export function createStamps(random: Random): (nowMs: number) => bigint {
  let last = 0n;
  return (nowMs) => {
    const time = toNanoseconds(nowMs, random.integer(0, 999_999));
    last = time > last ? time : last + 1n;
    return last;
  };
}
