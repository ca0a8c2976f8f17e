import { format, inspect, type InspectOptions } from "node-inspect-extracted";
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
  table: "log",
  warn: "error",
  error: "error",
  trace: "error",
};

/** Lets the console of a program print into the page, as Node would. Gives what prints. */
export function replaceConsole(send: (report: Report) => void): (level: Level, values: readonly unknown[]) => void {
  let lines = 0;
  let characters = 0;
  let indent = "";
  const print = (level: Level, values: readonly unknown[]): void => {
    if (lines > MOST_LINES || characters > MOST_CHARACTERS) return;
    const text = textOf(values).replaceAll(/^/gm, indent);
    lines += 1;
    characters += text.length;
    const trace = values.map(traceOf).find((found) => found !== undefined);
    send({ kind: "log", level, text: text.slice(0, MOST_CHARACTERS), trace });
    if (lines > MOST_LINES || characters > MOST_CHARACTERS) {
      send({ kind: "log", level: "error", text: "The output is too long for a page. The rest is left out." });
    }
  };
  for (const [name, level] of Object.entries(methods)) {
    Object.assign(console, { [name]: (...values: readonly unknown[]) => print(level, values) });
  }
  const group = (...values: readonly unknown[]): void => {
    if (values.length > 0) print("log", values);
    indent += "  ";
  };
  const counts = new Map<string, number>();
  const starts = new Map<string, number>();
  const elapsed = (label: string): string =>
    `${label}: ${(performance.now() - (starts.get(label) ?? NaN)).toFixed(3)}ms`;
  Object.assign(console, {
    assert: (holds: unknown, ...values: readonly unknown[]) => {
      if (!holds) print("error", ["Assertion failed", ...values]);
    },
    dir: (value: unknown, options?: InspectOptions) => print("log", [inspect(value, options)]),
    group,
    groupCollapsed: group,
    groupEnd: () => void (indent = indent.slice(2)),
    count: (label = "default") => {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      print("log", [`${label}: ${counts.get(label)}`]);
    },
    countReset: (label = "default") => void counts.delete(label),
    time: (label = "default") => void starts.set(label, performance.now()),
    timeLog: (label = "default", ...values: readonly unknown[]) => print("log", [elapsed(label), ...values]),
    timeEnd: (label = "default") => {
      print("log", [elapsed(label)]);
      starts.delete(label);
    },
  });
  return print;
}

/** A line that tells where an error was thrown: in addresses of this page, which lead nobody anywhere. */
const frame = /\n +at (?:async )?(?:.*\()?(?:\S+:\d+:\d+|<anonymous>|native|index \d+)\)?( \{)?$/gm;

function textOf(values: readonly unknown[]): string {
  try {
    return format(...values).replaceAll(frame, "$1");
  } catch {
    return "A value that cannot be shown.";
  }
}
