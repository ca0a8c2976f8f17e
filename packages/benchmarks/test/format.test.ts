import { expect, test } from "vitest";
import { formatAmount, formatSpread } from "../src/format.ts";
import type { Unit } from "../src/line.ts";

test.each<[number, Unit, string]>([
  [9.876, "us", "9.88 µs"],
  [98.76, "us", "98.8 µs"],
  [987.6, "us", "988 µs"],
  [4.5, "ms", "4.50 ms"],
  [13_881, "bytes", "13.88 kB"],
  [9_380_000, "bytes", "9.38 MB"],
  [0, "bytes", "0.00 kB"],
  [1_252_770.4, "items/s", "1,252,770 /s"],
  [5835, "instantiations", "5,835"],
  [1.2345, "x", "1.23 x"],
])("%d %s is written %s", (amount, unit, text) => {
  expect(formatAmount(amount, unit)).toBe(text);
});

test("a spread names its unit once where both ends have the same, and is empty where the number is exact", () => {
  expect(formatSpread({ median: 2, low: 1, high: 3 }, "us")).toBe("1.00 to 3.00 µs");
  expect(formatSpread({ median: 1e6, low: 9e5, high: 2e6 }, "bytes")).toBe("900.00 kB to 2.00 MB");
  expect(formatSpread({ median: 2 }, "us")).toBe("");
});
