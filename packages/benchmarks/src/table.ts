import { judge } from "./budgets.ts";
import { formatAmount, formatSpread } from "./format.ts";
import type { Line } from "./line.ts";

const heads = ["what", "median", "middle half", "1 in 100 above", "multiple", "its middle half", "budget", "verdict"];

/** The groups of the lines in the order in which they came, each as the rows of a table. */
function tables(lines: readonly Line[]): { readonly group: string; readonly rows: string[][] }[] {
  return [...Map.groupBy(lines, ({ group }) => group)].map(([group, members]) => ({
    group,
    rows: members.map(row),
  }));
}

function row(line: Line): string[] {
  const { what, value, unit, versus, details, budget } = line;
  return [
    what,
    formatAmount(value.median, unit),
    formatSpread(value, unit),
    details?.p99 === undefined ? "" : formatAmount(details.p99, unit),
    versus ? formatAmount(versus.median, "x") : "",
    versus ? formatSpread(versus, "x") : "",
    budget?.text ?? "",
    judge(line) ?? "",
  ];
}

/** For a terminal. */
export function textTable(lines: readonly Line[]): string {
  return tables(lines)
    .map(({ group, rows }) => {
      const padded = pad(withoutEmptyColumns([heads, ...rows]));
      return [group, ...padded.map((cells) => cells.join("  ").trimEnd())].join("\n");
    })
    .join("\n\n");
}

/** For a Markdown file, its columns aligned as formatters have them. */
export function markdownTable(lines: readonly Line[]): string {
  return tables(lines)
    .map(({ group, rows }) => {
      const [head = [], ...body] = pad(withoutEmptyColumns([heads, ...rows]));
      const rule = head.map((cell) => "-".repeat(cell.length));
      return [`## ${group}`, "", ...[head, rule, ...body].map((cells) => `| ${cells.join(" | ")} |`)].join("\n");
    })
    .join("\n\n");
}

function withoutEmptyColumns(rows: readonly string[][]): string[][] {
  const used = heads.map((_, column) => rows.slice(1).some((cells) => cells[column] !== ""));
  return rows.map((cells) => cells.filter((_, column) => used[column]));
}

function pad(rows: readonly string[][]): string[][] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)));
}
