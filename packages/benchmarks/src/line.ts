import type { Budget } from "./budgets.ts";

/** What a number counts. */
export type Unit = "us" | "ms" | "bytes" | "instantiations" | "items/s" | "x";

/** A median, and the middle half of what was measured. */
export interface Figure {
  readonly median: number;
  /** 25th and 75th percentile; absent where the number is exact. */
  readonly low?: number;
  readonly high?: number;
}

/** One measured thing. */
export interface Line {
  /** The heading under which it stands. */
  readonly group: string;
  readonly what: string;
  readonly unit: Unit;
  readonly value: Figure;
  /** The same thing as a multiple of another line of the group. */
  readonly versus?: Figure;
  /** Further numbers for the JSON. */
  readonly details?: Readonly<Record<string, number>>;
  readonly budget?: Budget | undefined;
}
