import { directions, type CaseRecord } from "../../src/cases.ts";
import { table } from "../../test-faults/report/table.ts";
import type { Described } from "./holes.ts";

/** Judges in programs of their own, which may lack what they need on a machine. */
export const foreignJudges = ["respect", "prism", "drift", "schemathesis"];

/** One row for each operation and direction: all cases, who decided them, and a column for each foreign judge. */
export function caseTable(records: readonly CaseRecord[], operations: readonly Described[]): string {
  const ran = (judge: string): boolean => records.some((record) => record.judge === judge);
  const rows = operations.flatMap(({ api, id }) =>
    directions.map((direction) => {
      const found = records.filter(
        (record) => record.api === api && record.operation === id && record.direction === direction,
      );
      const own = found.filter(({ judge }) => !foreignJudges.includes(judge));
      const decided = own.map((record) => `${record.judge} ${format([record])}`).sort();
      const foreign = foreignJudges.map((judge) =>
        ran(judge) ? format(found.filter((record) => record.judge === judge)) : "not run",
      );
      return [api, id, direction, format(found), decided.join(", "), ...foreign];
    }),
  );
  return table(["API", "operation", "direction", "cases", "decided by", ...foreignJudges], rows);
}

function format(records: readonly CaseRecord[]): string {
  const sum = records.reduce((total, { cases }) => total + cases, 0);
  return sum === 0 ? "" : sum.toLocaleString("en");
}
