import type { Session } from "@org/sessions";
import { styleText } from "node:util";

/** The body of a function, as it stands in its source. */
export function bodyOf(step: (...parameters: never[]) => unknown): string {
  const lines = step.toString().split("\n").slice(1, -1);
  const body = lines.filter((line) => !/^\s*return\b/.test(line));
  return body.map((line) => styleText("cyan", line.replace(/^ {4}/, "    ").trimEnd())).join("\n");
}

/** One line of the summary at the top. */
export const fact = (name: string, text: string): string => `${styleText("bold", name.padEnd(14))}${text}`;

/** Sessions as a table, whichever service they come from. */
export function table(sessions: readonly Session[]): string {
  const rows = [
    ["ref", "created", "user", "status", "messages"],
    ...sessions.map(({ ref, createdAt, user, status, messageCount }) => [
      shorten(ref, 42),
      createdAt?.slice(0, 19) ?? "",
      shorten(user ?? "", 16),
      status ?? "",
      messageCount?.toString() ?? "",
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row, index) => {
      const line = `    ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd();
      return index === 0 ? styleText("bold", line) : line;
    })
    .join("\n");
}

/** What came of a step. */
export const outcome = (text: string): string => `    ${styleText("green", "→")} ${text}`;

function shorten(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, max - 9)}…${text.slice(-8)}` : text;
}
