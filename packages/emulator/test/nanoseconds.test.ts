import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createStamps, formatNanoseconds, toMilliseconds, toNanoseconds } from "../src/foundry/nanoseconds.js";
import { createRandom } from "../src/random.js";

const ms = fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) });
const fraction = fc.integer({ min: 0, max: 999_999 });

describe("nanoseconds", () => {
  test("are the milliseconds and the part of one, and lead back to them", () => {
    fc.assert(
      fc.property(ms, fraction, (whole, part) => {
        const time = toNanoseconds(whole, part);
        expect(time).toBe(BigInt(whole) * 1_000_000n + BigInt(part));
        expect(toMilliseconds(time)).toBe(whole);
      }),
    );
  });

  test("are written with nine digits, whose first three are the milliseconds", () => {
    fc.assert(
      fc.property(ms, fraction, (whole, part) => {
        const written = formatNanoseconds(toNanoseconds(whole, part));
        expect(written).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/);
        expect(new Date(whole).toISOString()).toBe(`${written.slice(0, 23)}Z`);
        expect(Number(written.slice(23, -1))).toBe(part);
      }),
    );
  });

  test.each([
    [0, 1, "1970-01-01T00:00:00.000000001Z"],
    [1_727_820_264_962, 583_055, "2024-10-01T22:04:24.962583055Z"],
    [1_727_820_264_962, 999_999, "2024-10-01T22:04:24.962999999Z"],
  ])("of %i ms and %i ns are written %s", (whole, part, written) => {
    expect(formatNanoseconds(toNanoseconds(whole, part))).toBe(written);
  });
});

describe("stamps", () => {
  /** A source whose next values are known. */
  const scripted = (parts: readonly number[]) => {
    let index = 0;
    return { ...createRandom("1"), integer: () => parts[index++ % parts.length] as number };
  };

  test("never repeat and never go back, whatever the clock and chance do", () => {
    const few = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(few, few, (times, parts) => {
        const stamp = createStamps(scripted(parts));
        const stamps = times.map(stamp);
        expect(stamps.every((time, index) => index === 0 || time > (stamps[index - 1] as bigint))).toBe(true);
      }),
    );
  });

  test("are the time of the clock and a part of a millisecond, where that is later than the last", () => {
    const stamp = createStamps(scripted([7, 3, 5]));
    expect([stamp(1), stamp(1), stamp(2)]).toEqual([1_000_007n, 1_000_008n, 2_000_005n]);
  });
});
