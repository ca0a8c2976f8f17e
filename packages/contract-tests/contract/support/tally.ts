import { afterAll } from "vitest";
import { createTally, writeCases, type Tally } from "../../src/cases.ts";

/** A tally of one test file, which leaves its records when the file has run. */
export function tallyOf(suite: string): Tally {
  const tally = createTally();
  afterAll(() => writeCases(suite, tally.records));
  return tally;
}
