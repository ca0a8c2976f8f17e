import { expect, test } from "vitest";
import { figure, multiple, quantile, rotated } from "../src/statistics.ts";

test.each([
  [[5], 0.5, 5],
  [[1, 2], 0.5, 1.5],
  [[3, 1, 2], 0.5, 2],
  [[4, 1, 3, 2], 0.25, 1.75],
  [[4, 1, 3, 2], 0, 1],
  [[4, 1, 3, 2], 1, 4],
])("the quantile of %j at %d is %d", (samples, share, expected) => {
  expect(quantile(samples, share)).toBe(expected);
});

test("a quantile of nothing is refused, and samples keep their order", () => {
  expect(() => quantile([], 0.5)).toThrow(RangeError);
  const samples = [3, 1, 2];
  quantile(samples, 0.5);
  expect(samples).toEqual([3, 1, 2]);
});

test("a figure is the median and the middle half", () => {
  expect(figure([1, 2, 3, 4, 100])).toEqual({ median: 3, low: 2, high: 4 });
});

test("a multiple is taken round by round, so that a slow round does not count", () => {
  // In the second round everything took ten times as long.
  expect(multiple([2, 20, 2], [1, 10, 1])).toEqual({ median: 2, low: 2, high: 2 });
  expect(() => multiple([1, 2], [1])).toThrow(RangeError);
});

test("in as many rounds as there are contenders, each begins once", () => {
  const contenders = ["a", "b", "c"];
  const rounds = [0, 1, 2, 3].map((round) => rotated(contenders, round).join(""));
  expect(rounds).toEqual(["abc", "bca", "cab", "abc"]);
  expect(rotated([], 2)).toEqual([]);
});
