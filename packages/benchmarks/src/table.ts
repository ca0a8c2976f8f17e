import { judge } from "./budgets.ts";
import { formatAmount, formatSpread } from "./format.ts";
import type { Line } from "./line.ts";

const heads = ["what", "median", "middle half", "multiple", "its middle half", "budget", "verdict"];

/** The groups of the lines in the order in which they came, each as the rows of a table. */
function tables(lines: readonly Line[]): { readonly group: string; readonly rows: string[][] }[] {
  return [...Map.groupBy(lines, ({ group }) => group)].map(([group, members]) => ({
    group,
    rows: members.map(row),
  }));
}

function row(line: Line): string[] {
  const { what, value, unit, versus, budget } = line;
  return [
    what,
    formatAmount(value.median, unit),
    formatSpread(value, unit),
    versus ? formatAmount(versus.median, "x") : "",
    versus ? formatSpread(versus, "x") : "",
    budget?.text ?? "",
    judge(line) ?? "",
  ];
}

/** For a terminal. */
export function textTable(lines: readonly Line[]): string {
  return tables(lines)
    .map(({ group, rows }) => `${group}\n${aligned(withoutEmptyColumns([heads, ...rows]), "  ", "")}`)
    .join("\n\n");
}

/** For a Markdown file, its columns aligned as formatters have them. */
export function markdownTable(lines: readonly Line[]): string {
  return tables(lines)
    .map(({ group, rows }) => {
      const [head = [], ...body] = withoutEmptyColumns([heads, ...rows]);
      const widths = widthsOf([head, ...body]);
      const rule = widths.map((width) => "-".repeat(Math.max(width, 3)));
      return `## ${group}\n\n${aligned([head, rule, ...body], " | ", "| ")}`;
    })
    .join("\n\n");
}

function withoutEmptyColumns(rows: readonly string[][]): string[][] {
  const used = heads.map((_, column) => rows.slice(1).some((cells) => cells[column] !== ""));
  return rows.map((cells) => cells.filter((_, column) => used[column]));
}

function widthsOf(rows: readonly string[][]): number[] {
  return (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
}

function aligned(rows: readonly string[][], between: string, edge: string): string {
  const widths = widthsOf(rows);
  return rows
    .map((cells) => {
      const padded = cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(between);
      return edge === "" ? padded.trimEnd() : edge + padded + edge.split("").toReversed().join("");
    })
    .join("\n");
}
