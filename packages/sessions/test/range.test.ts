import { isConfigurationError } from "@org/runtime";
import { describe, expect, test } from "vitest";
import { isInRange, readRange, toWireTime } from "../src/range.js";

const at = (time: string): bigint => readRange({ since: time }).since as bigint;

describe("a range", () => {
  test("holds its beginning and not its end, to the nanosecond", () => {
    const range = readRange({ since: "2024-10-01T22:04:24.962583055Z", until: "2024-10-01T22:04:24.962583057Z" });
    const inside = [54, 55, 56, 57].map((ns) => isInRange(`2024-10-01T22:04:24.9625830${ns}Z`, range));
    expect(inside).toEqual([false, true, true, false]);
  });

  test("compares moments, not strings", () => {
    const range = readRange({ since: "2024-10-01T22:04:24.962Z", until: "2024-10-02" });
    expect(isInRange("2024-10-01T22:04:24.962583055Z", range)).toBe(true);
    expect(isInRange("2024-10-02T01:00:00+02:00", range)).toBe(true);
    expect(isInRange("2024-10-01T23:59:59-01:00", range)).toBe(false);
  });

  test("lets through what has no readable time: better too much than lost", () => {
    const range = readRange({ since: "2024-10-01", until: "2024-10-02" });
    expect([undefined, "", "yesterday"].map((time) => isInRange(time, range))).toEqual([true, true, true]);
  });

  test("may be open on either side", () => {
    expect(isInRange("1970-01-01T00:00:00Z", readRange({ until: "2024-10-01" }))).toBe(true);
    expect(isInRange("2999-01-01T00:00:00Z", readRange({ since: "2024-10-01" }))).toBe(true);
    expect(readRange({})).toEqual({ since: undefined, until: undefined });
  });

  test("takes a date, a time with a zone, and a Date", () => {
    const same = ["2024-10-01", "2024-10-01T00:00:00Z", "2024-10-01T02:00:00+02:00"].map(at);
    expect(new Set([...same, readRange({ since: new Date("2024-10-01") }).since]).size).toBe(1);
  });

  test.each([
    ["input.since", { since: "2024-10-02", until: "2024-10-01" }],
    ["input.since", { since: "2024-10-01", until: "2024-10-01T00:00:00Z" }],
    ["input.since", { since: "last week" }],
    ["input.since", { since: new Date("nonsense") }],
    ["input.since", { since: 1_727_740_800_000 as unknown as string }],
    ["input.until", { until: "2024-13-01" }],
    ["input.until", { until: "2024-02-30T00:00:00Z" }],
    ["input.until", { until: "2024-10-01T00:00:00" }],
  ])("that cannot be is refused, naming %s: %o", (field, range) => {
    let thrown: unknown;
    try {
      readRange(range);
    } catch (error) {
      thrown = error;
    }
    expect(isConfigurationError(thrown) && thrown.field).toBe(field);
  });
});

test("a time is rounded away from the range, so that a service that knows milliseconds cuts nothing off", () => {
  const instant = at("2024-10-01T22:04:24.962583055Z");
  expect(toWireTime(instant, "down")).toBe("2024-10-01T22:04:24.962Z");
  expect(toWireTime(instant, "up")).toBe("2024-10-01T22:04:24.963Z");
  const whole = at("2024-10-01T22:04:24.962Z");
  expect([toWireTime(whole, "down"), toWireTime(whole, "up")]).toEqual(Array(2).fill("2024-10-01T22:04:24.962Z"));
});
