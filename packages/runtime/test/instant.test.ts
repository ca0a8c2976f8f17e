import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareInstants, parseInstant, toInstant } from "../src/instant.js";

const date = fc.date({ noInvalidDate: true, min: new Date("0001-01-02"), max: new Date("9999-12-30") });
const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 0, maxLength: 15 });
const zone = fc.record({
  sign: fc.constantFrom("+", "-"),
  hours: fc.integer({ min: 0, max: 23 }),
  minutes: fc.integer({ min: 0, max: 59 }),
  colon: fc.constantFrom(":", ""),
});
const two = (value: number): string => String(value).padStart(2, "0");

/** A time as somebody might write it, and what it means. */
const written = fc
  .tuple(date, digits, fc.option(zone), fc.constantFrom("T", "t", " "))
  .map(([at, fraction, offset, t]) => {
    const seconds = Math.floor(at.getTime() / 1000);
    const nanoseconds = BigInt(seconds) * 1_000_000_000n + BigInt(`${fraction}000000000`.slice(0, 9));
    const sign = offset?.sign === "-" ? -1 : 1;
    const offsetMs = offset === null ? 0 : sign * (offset.hours * 60 + offset.minutes) * 60_000;
    const [day = "", time = ""] = new Date(seconds * 1000 + offsetMs).toISOString().slice(0, 19).split("T");
    const suffix = offset === null ? "Z" : `${offset.sign}${two(offset.hours)}${offset.colon}${two(offset.minutes)}`;
    return { text: `${day}${t}${time}${fraction && "."}${fraction}${suffix}`, nanoseconds };
  });

describe("a wire time", () => {
  test("is read to the nanosecond, with any number of digits and in any zone", () => {
    fc.assert(
      fc.property(written, ({ text, nanoseconds }) => {
        expect(parseInstant(text)).toBe(nanoseconds);
      }),
    );
  });

  test.each([
    ["1970-01-01T00:00:00.000000001Z", 1n],
    ["1970-01-01T00:00:00.5Z", 500_000_000n],
    ["1970-01-01T00:00:00.9999999999Z", 999_999_999n],
    ["1969-12-31T23:59:59.999999999Z", -1n],
    ["1970-01-01t02:00:00+02:00", 0n],
  ])("%s is %i", (text, nanoseconds) => expect(parseInstant(text)).toBe(nanoseconds));

  test.each(["", "now", "2024-10-01", "2024-10-01T22:04:24", "2024-13-01T22:04:24Z", "x2024-10-01T22:04:24Z"])(
    "is not what %j says",
    (text) => expect(parseInstant(text)).toBeUndefined(),
  );
});

describe("wire times", () => {
  test("compare by time, not by spelling", () => {
    const sorted = ["2024-10-01T22:04:24.962Z", "2024-10-01T22:04:24.962583055Z", "2024-10-02T00:04:25+02:00"];
    expect(sorted.toReversed().sort(compareInstants)).toEqual(sorted);
    expect(sorted.toSorted()).not.toEqual(sorted);
  });

  test("compare as their nanoseconds do, and what cannot be read comes last", () => {
    const any = fc.oneof({ weight: 3, arbitrary: written }, fc.constant({ text: "no time", nanoseconds: undefined }));
    fc.assert(
      fc.property(any, any, (a, b) => {
        const order = Math.sign(compareInstants(a.text, b.text));
        if (a.nanoseconds === b.nanoseconds) expect(order).toBe(0);
        else if (a.nanoseconds === undefined) expect(order).toBe(1);
        else if (b.nanoseconds === undefined) expect(order).toBe(-1);
        else expect(order).toBe(a.nanoseconds < b.nanoseconds ? -1 : 1);
      }),
    );
  });
});

describe("a caller's time", () => {
  test("is a wire time, a Date, or a day that means its beginning in UTC", () => {
    fc.assert(
      fc.property(date, (at) => {
        const nanoseconds = BigInt(at.getTime()) * 1_000_000n;
        expect(toInstant("since", at)).toBe(nanoseconds);
        expect(toInstant("since", at.toISOString())).toBe(nanoseconds);
        const day = at.toISOString().slice(0, 10);
        expect(toInstant("since", day)).toBe(BigInt(Date.parse(`${day}T00:00:00.000Z`)) * 1_000_000n);
      }),
    );
  });

  test.each(["0001-01-01", "9999-12-31T23:59:59.999Z"])("may be as far away as %s", (time) =>
    expect(toInstant("since", time)).toBe(BigInt(Date.parse(time)) * 1_000_000n),
  );

  test.each([
    "2026-02-30",
    "2026-02-29T10:00:00Z",
    "2026-13-01",
    "tomorrow",
    "2026-02-11T13:25",
    "1739280358515",
    new Date(Number.NaN),
    1_739_280_358_515 as never,
    null as never,
    "0000-12-31",
    "0001-01-01T00:00:00.999+00:01",
    "9999-12-31T23:59:59.9990001Z",
    new Date(-8.64e15),
    new Date(8.64e15),
  ])("is not %s", (time) => {
    let thrown: unknown;
    try {
      toInstant("since", time);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ name: "ConfigurationError", field: "since", outcome: "notSent" });
  });
});
