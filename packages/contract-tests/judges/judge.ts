import type { CaseRecord } from "../src/cases.ts";

/** Something that a judge minds. */
export interface Finding {
  readonly api: string;
  /** Where, in words that stay the same from run to run: an operation, mostly. */
  readonly place: string;
  /** The kind of fault, in the judge's own words. */
  readonly what: string;
  /** For the reader; may differ from run to run. */
  readonly detail: string;
}

/** A fault that was planted to see whether the judge notices. */
export interface Planted {
  readonly what: string;
  readonly seen: boolean;
}

/** What a judge says of the three APIs. */
export interface Report {
  readonly cases: readonly CaseRecord[];
  readonly findings: readonly Finding[];
  /** Never empty: a judge that sees nothing is none. */
  readonly planted: readonly Planted[];
  /** Lines for the reader, such as what was covered. */
  readonly notes: readonly string[];
}

/** A judge that shares no code with `@org/contract`. */
export interface Judge {
  readonly name: string;
  /** Gives a sentence instead of a report where the machine lacks what the judge needs. */
  judge(): Promise<Report | { readonly notRun: string }>;
}
