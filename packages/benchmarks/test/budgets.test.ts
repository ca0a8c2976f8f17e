import { expect, test } from "vitest";
import { budgets, judge, missed, type Budget } from "../src/budgets.ts";
import type { Line } from "../src/line.ts";

const line = (budget: Budget | undefined, value: number, versus?: number): Line => ({
  group: "a group",
  what: "a line",
  unit: "us",
  value: { median: value },
  ...(versus !== undefined && { versus: { median: versus } }),
  budget,
});

test("the budgets are those of the design", () => {
  const limits = Object.entries(budgets).map(([name, { sense, limit }]) => `${name}: ${sense} ${limit}`);
  expect(limits).toEqual([
    "loopbackCall: at most 1.25",
    "stubCall: at most 2",
    "providerBundle: at most 8000",
    "facadeBundle: at most 12000",
    "import: at most 3",
    "types: at most 99",
    "listingRate: at least 0.8",
    "listingMemory: at most 1000000",
  ]);
});

test.each([
  [budgets.providerBundle, 8000, undefined, "ok"],
  [budgets.providerBundle, 8001, undefined, "MISSED"],
  [budgets.stubCall, 1e9, 2, "ok"],
  [budgets.stubCall, 0, 2.001, "MISSED"],
  [budgets.listingRate, 0, 0.8, "ok"],
  [budgets.listingRate, 1e9, 0.799, "MISSED"],
  [undefined, 1e9, 1e9, undefined],
])("%j with a value of %d and a multiple of %d: %s", (budget, value, versus, verdict) => {
  expect(judge(line(budget, value, versus))).toBe(verdict);
});

test("a line without the number that its budget is about is an error, not a pass", () => {
  expect(() => judge(line(budgets.stubCall, 1))).toThrow("no such number");
  expect(() => judge(line(budgets.stubCall, 1, Number.NaN))).toThrow("no such number");
});

test("the missed lines are those that fail a run", () => {
  const late = line(budgets.stubCall, 1, 3);
  expect(missed([line(budgets.stubCall, 1, 1), late, line(undefined, 1)])).toEqual([late]);
});
