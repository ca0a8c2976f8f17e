import type { Verdict } from "./verdict.ts";

/** What a verdict says, for a reader: what is wrong first in full, and the rest in a line. */
export function printVerdict(verdict: Verdict): string {
  const { judge, report, notRun, unknown, known, gone } = verdict;
  if (report === undefined) return `${judge}: NOT RUN. ${notRun}\n`;
  const blind = report.planted.filter(({ seen }) => !seen);
  const lines = [
    ...report.notes,
    ...unknown.map(({ api, place, what, detail }) => `FOUND ${api} ${place}: ${what}${indent(detail)}`),
    ...gone.map(
      ({ api, place, what }) => `NO LONGER FOUND ${api} ${place}: ${what}. Take it out of judges/reviewed.ts`,
    ),
    ...blind.map(({ what }) => `NOT SEEN, although planted: ${what}`),
    ...known.map(({ api, place, what, reason }) => `reviewed: ${api} ${place}: ${what}${indent(reason)}`),
  ];
  return `${judge}\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

const indent = (text: string): string => (text === "" ? "" : `\n      ${text.replaceAll("\n", "\n      ")}`);

/** One row a judge. */
export function summary(verdicts: readonly Verdict[]): string {
  const head = [
    "judge",
    "verdict",
    "cases",
    "operations",
    "new findings",
    "reviewed",
    "planted faults seen",
    "seconds",
  ];
  const rows = verdicts.map(({ judge, report, unknown, gone, known, failed, seconds }) => {
    if (report === undefined) return [judge, "NOT RUN", "", "", "", "", "", ""];
    const cases = report.cases.reduce((sum, record) => sum + record.cases, 0);
    const operations = new Set(report.cases.map(({ operation }) => operation)).size;
    const seen = report.planted.filter((planted) => planted.seen).length;
    const counts = [cases, operations, unknown.length + gone.length, known.length];
    return [judge, failed ? "FAILED" : "ok", ...counts, `${seen} of ${report.planted.length}`, seconds.toFixed(1)];
  });
  return table([head, ...rows].map((row) => row.map(String)));
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column]!))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}
