import type { Outcome, Row } from "./outcome.ts";

/** One line for each runtime, one column for each package, and below it why something failed or was left out. */
export function drawTable(rows: readonly Row[], packages: readonly string[]): string {
  const heads = packages.map((name) => name.replace(/^@[^/]+\//, ""));
  const widths = heads.map((head) => Math.max(head.length, 7));
  const first = Math.max(...rows.map(({ runtime }) => runtime.length));
  const line = (start: string, cells: readonly string[]): string =>
    [start.padEnd(first), ...cells.map((cell, index) => cell.padEnd(widths[index] ?? 0))].join("  ").trimEnd();
  const failures = rows.flatMap(({ runtime, outcomes }) =>
    [...outcomes].flatMap(([name, all]) =>
      all.flatMap((outcome) => (outcome.kind === "failed" ? [`\n${runtime}, ${name}: ${outcome.why}`] : [])),
    ),
  );
  return [
    line("", heads),
    ...rows.map(({ runtime, outcomes }) =>
      line(
        runtime,
        packages.map((name) => cellOf(outcomes.get(name) ?? [])),
      ),
    ),
    ...failures,
  ].join("\n");
}

export function hasFailed(rows: readonly Row[]): boolean {
  return rows.some(({ outcomes }) => [...outcomes.values()].flat().some(({ kind }) => kind === "failed"));
}

function cellOf(outcomes: readonly Outcome[]): string {
  const reasons = outcomes.flatMap((outcome) => (outcome.kind === "skipped" ? [outcome.why] : []));
  if (outcomes.some(({ kind }) => kind === "failed")) return "FAILED";
  if (outcomes.length === 0) return "";
  return reasons.length === outcomes.length ? "skipped" : "ok";
}

/** Rows in which nothing ran at all, with the reason: a hole that must be seen. */
export function holes(rows: readonly Row[]): readonly string[] {
  return rows.flatMap(({ runtime, outcomes }) => {
    const all = [...outcomes.values()].flat();
    const [first] = all;
    return first?.kind === "skipped" && all.every(({ kind }) => kind === "skipped")
      ? [`${runtime} was skipped: it ${first.why}`]
      : [];
  });
}
