import { DAY_MS } from "../iso-time.js";
import type { Random } from "../random.js";

const WEEK_MS = 7 * DAY_MS;

/** Where a client that reads window by window may cut, counted back from now. */
const WINDOW_LENGTHS_MS = [6 * DAY_MS, WEEK_MS - 1, WEEK_MS] as const;
const WINDOWS = 60;

/** Times at any moment of the last `days` days, the present included. */
export function scatteredTimes(options: { startedAt: number; days: number; count: number; random: Random }): number[] {
  const { startedAt, days, count, random } = options;
  return Array.from({ length: count }, () => startedAt - random.integer(0, days * DAY_MS));
}

/** The times at which mistakes show: window edges and their neighbours, midnights, and many at one millisecond. */
export function awkwardTimes(startedAt: number): number[] {
  const edges = WINDOW_LENGTHS_MS.flatMap((lengthMs) =>
    Array.from({ length: WINDOWS }, (_, index) => startedAt - (index + 1) * lengthMs),
  );
  const today = startedAt - (startedAt % DAY_MS);
  const midnights = Array.from({ length: 30 }, (_, index) => today - index * DAY_MS);
  const bursts = [
    { at: startedAt - 3 * DAY_MS, size: 12 },
    { at: startedAt - WEEK_MS, size: 12 },
    // More than a page holds.
    { at: startedAt - 40 * DAY_MS, size: 130 },
  ];
  return [
    startedAt,
    ...edges.flatMap((edge) => [edge - 1, edge, edge + 1]),
    ...midnights.flatMap((midnight) => [midnight - 1, midnight]),
    ...bursts.flatMap(({ at, size }) => Array.from({ length: size }, () => at)),
  ];
}
