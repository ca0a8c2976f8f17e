import { format } from "prettier";
import { expect, test } from "vitest";
import { budgets } from "../src/budgets.ts";
import type { Line } from "../src/line.ts";
import { makeReport, toJson, toMarkdown } from "../src/report.ts";
import { textTable } from "../src/table.ts";

const lines: Line[] = [
  {
    group: "calls",
    what: "the rival",
    unit: "us",
    value: { median: 10, low: 9, high: 11 },
    versus: { median: 1, low: 1, high: 1 },
    details: { calls: 12_345, p99: 40.123_456_7 },
  },
  {
    group: "calls",
    what: "ours",
    unit: "us",
    value: { median: 21, low: 20, high: 22 },
    versus: { median: 2.1, low: 2, high: 2.2 },
    budget: budgets.stubCall,
  },
  { group: "sizes", what: "ours", unit: "bytes", value: { median: 7000 }, budget: budgets.providerBundle },
];
const environment = {
  date: "2026-11-21T00:00:00.000Z",
  node: "24.21.0",
  typescript: "7.0.2 and 5.9.3",
  platform: "linux x64",
  processor: "2 x A Processor",
};

test("the table has a part for each group, and no column that none of its lines fills", () => {
  expect(textTable(lines)).toBe(
    [
      "calls",
      "what       median   middle half      1 in 100 above  multiple  its middle half  budget       verdict",
      "the rival  10.0 µs  9.00 to 11.0 µs  40.1 µs         1.00 x    1.00 to 1.00 x",
      "ours       21.0 µs  20.0 to 22.0 µs                  2.10 x    2.00 to 2.20 x   at most 2 x  MISSED",
      "",
      "sizes",
      "what  median   budget        verdict",
      "ours  7.00 kB  at most 8 kB  ok",
    ].join("\n"),
  );
});

test("the stored report says what was measured, on what, and each verdict", () => {
  const report = makeReport(environment, lines, 91_400);
  const stored = JSON.parse(toJson(report)) as typeof report;
  expect(stored.seconds).toBe(91);
  expect(stored.environment).toEqual(environment);
  expect(stored.lines.map(({ verdict }) => verdict)).toEqual([undefined, "MISSED", "ok"]);
  expect(stored.lines[0]?.details).toEqual({ calls: 12_345, p99: 40.123 });
});

test("a stored report is formatted as the repository's files are", async () => {
  const report = makeReport(environment, lines, 91_400);
  expect(await format(toMarkdown(report), { parser: "markdown", printWidth: 120 })).toBe(toMarkdown(report));
  expect(await format(toJson(report), { parser: "json", printWidth: 120 })).toBe(toJson(report));
});
