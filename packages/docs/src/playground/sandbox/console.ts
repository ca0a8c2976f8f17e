import { format } from "node-inspect-extracted";
import type { Report } from "../messages.ts";
import { traceOf } from "./trace.ts";

type Level = "log" | "error";

/** A page that is given more than this stands still. */
const MOST_LINES = 2000;
const MOST_CHARACTERS = 500_000;

const methods: Readonly<Record<string, Level>> = {
  log: "log",
  info: "log",
  debug: "log",
  dir: "log",
  table: "log",
  group: "log",
  warn: "error",
  error: "error",
  trace: "error",
};

/** Lets the console of a program print into the page, as Node would. Gives what prints. */
export function replaceConsole(send: (report: Report) => void): (level: Level, values: readonly unknown[]) => void {
  let lines = 0;
  let characters = 0;
  const print = (level: Level, values: readonly unknown[]): void => {
    if (lines > MOST_LINES || characters > MOST_CHARACTERS) return;
    const text = textOf(values).slice(0, MOST_CHARACTERS);
    lines += 1;
    characters += text.length;
    send({ kind: "log", level, text, trace: values.map(traceOf).find((found) => found !== undefined) });
    if (lines > MOST_LINES || characters > MOST_CHARACTERS) {
      send({ kind: "log", level: "error", text: "The output is too long for a page. The rest is left out." });
    }
  };
  for (const [name, level] of Object.entries(methods)) {
    Object.assign(console, { [name]: (...values: readonly unknown[]) => print(level, values) });
  }
  console.assert = (holds, ...values) => {
    if (!holds) print("error", ["Assertion failed", ...values]);
  };
  return print;
}

function textOf(values: readonly unknown[]): string {
  try {
    // Where an error was thrown is told in addresses of this page, which lead nobody anywhere.
    return format(...values).replaceAll(/\n +at .*?( \{)?$/gm, "$1");
  } catch {
    return "A value that cannot be shown.";
  }
}
