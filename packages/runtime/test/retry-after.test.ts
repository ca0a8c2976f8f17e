import { isMainThread } from "node:worker_threads";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseRetryAfter } from "../src/retry-after.js";

const now = Date.UTC(1994, 10, 6, 8, 49, 0);
/** Whole seconds, as an HTTP date has them, in the years that its four digits allow. */
const second = fc
  .integer({ min: Date.UTC(1970, 0, 1) / 1000, max: Date.UTC(9999, 11, 31) / 1000 })
  .map((seconds) => seconds * 1000);
const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** The three spellings of RFC 9110: the usual one, that of RFC 850 with two digits of the year, and that of asctime. */
function spellings(ms: number): { readonly usual: string; readonly asctime: string; readonly rfc850: string } {
  const usual = new Date(ms).toUTCString();
  const [, day = "", month = "", year = "", time = ""] = usual.split(" ");
  const weekday = weekdays[new Date(ms).getUTCDay()] ?? "";
  return {
    usual,
    asctime: `${weekday.slice(0, 3)} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`,
    rfc850: `${weekday}, ${day}-${month}-${year.slice(2)} ${time} GMT`,
  };
}

test.each([
  ["120", 120_000],
  [" 3 ", 3000],
  ["0", 0],
  ["Sun, 06 Nov 1994 08:49:37 GMT", 37_000],
  ["Sunday, 06-Nov-94 08:49:37 GMT", 37_000],
  ["Sun Nov  6 08:49:37 1994", 37_000],
  ["Sun, 06 Nov 1994 08:00:00 GMT", 0],
  ["9".repeat(30), 8.64e15 - now],
  ["Sun, 06 Nov 2094 08:49:00 GMT", Date.UTC(2094, 10, 6, 8, 49) - now],
])("%s is a wait", (value, wait) => expect(parseRetryAfter(value, now)).toBe(now + wait));

test.each([null, "", "soon", "-5", "1.5", "1e3", "0x10", "NaN", "Mon, 99 Foo 1994", "1994-11-06", "12, 13"])(
  "%s is nothing",
  (value) => expect(parseRetryAfter(value, now)).toBeUndefined(),
);

test("seconds count from now, and the moment is one that a Date can hold", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (seconds) => {
      const at = parseRetryAfter(String(seconds), now) ?? Number.NaN;
      expect(Number.isNaN(new Date(at).getTime())).toBe(false);
      if (seconds < 10n ** 12n) expect(at).toBe(now + Number(seconds) * 1000);
    }),
  );
});

// Only the main thread of a process can move it to another zone.
const zones = isMainThread ? ["UTC", "America/New_York", "Asia/Kolkata"] : [process.env["TZ"] ?? "UTC"];
describe.each(zones)("on a machine in %s", (zone) => {
  const { TZ } = process.env;
  beforeEach(() => void (process.env["TZ"] = zone));
  afterEach(() => {
    if (TZ === undefined) delete process.env["TZ"];
    else process.env["TZ"] = TZ;
  });

  test("a date means the same moment in each of its spellings, and never one before now", () => {
    expect(new Date(now).getTimezoneOffset() === 0).toBe(zone === "UTC");
    fc.assert(
      fc.property(second, (ms) => {
        const { usual, asctime, rfc850 } = spellings(ms);
        expect(parseRetryAfter(usual, now)).toBe(Math.max(ms, now));
        expect(parseRetryAfter(asctime, now)).toBe(Math.max(ms, now));
        // Two digits mean the century that is at hand.
        const year = new Date(ms).getUTCFullYear();
        if (year >= 1970 && year < 2030) expect(parseRetryAfter(rfc850, now)).toBe(Math.max(ms, now));
      }),
    );
  });
});

test("whatever it is, it is nothing or a moment from now on", () => {
  const near = fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String), fc.constant("Sun, 06 Nov"));
  fc.assert(
    fc.property(near, (value) => {
      const at = parseRetryAfter(value, now);
      expect(at === undefined || (Number.isFinite(at) && at >= now)).toBe(true);
    }),
  );
});
