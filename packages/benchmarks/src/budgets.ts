import type { Line } from "./line.ts";

/** What a line may come to. The numbers are those of the design. */
export interface Budget {
  /** Which number of the line counts: the value itself, or the multiple of its rival. */
  readonly of: "value" | "versus";
  readonly sense: "at most" | "at least";
  readonly limit: number;
  /** The limit in words. */
  readonly text: string;
}

const kilobyte = 1000;
const megabyte = 1000 * kilobyte;

export const budgets = {
  loopbackCall: { of: "versus", sense: "at most", limit: 1.25, text: "at most 1.25 x" },
  stubCall: { of: "versus", sense: "at most", limit: 2, text: "at most 2 x" },
  providerBundle: { of: "value", sense: "at most", limit: 8 * kilobyte, text: "at most 8 kB" },
  facadeBundle: { of: "value", sense: "at most", limit: 12 * kilobyte, text: "at most 12 kB" },
  import: { of: "versus", sense: "at most", limit: 3, text: "at most 3 x" },
  // "Under 100" in whole numbers.
  types: { of: "value", sense: "at most", limit: 99, text: "under 100" },
  listingRate: { of: "versus", sense: "at least", limit: 0.8, text: "at least 0.8 x" },
  // Flat: one byte a session, over a million sessions.
  listingMemory: { of: "value", sense: "at most", limit: megabyte, text: "at most 1 MB" },
} as const satisfies Readonly<Record<string, Budget>>;

export type Verdict = "ok" | "MISSED";

/** Holds a line against its budget. Lines of rivals have none. */
export function judge({ budget, value, versus, what }: Line): Verdict | undefined {
  if (budget === undefined) return undefined;
  const measured = budget.of === "value" ? value : versus;
  if (measured === undefined || !Number.isFinite(measured.median)) {
    throw new Error(`${what}: has a budget for its ${budget.of}, but no such number`);
  }
  const kept = budget.sense === "at most" ? measured.median <= budget.limit : measured.median >= budget.limit;
  return kept ? "ok" : "MISSED";
}

/** The lines that missed their budget. */
export function missed(lines: readonly Line[]): Line[] {
  return lines.filter((line) => judge(line) === "MISSED");
}
