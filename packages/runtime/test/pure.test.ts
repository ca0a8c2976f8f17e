import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { resolveBaseUrl } from "../src/base-url.js";
import { compareInstants, parseInstant } from "../src/instant.js";
import { sharedRateWindow } from "../src/rate-limits.js";
import { RateWindow } from "../src/rate-window.js";
import { backoffMs, resolveRetryPolicy, worseOutcome } from "../src/retry.js";
import { parseRetryAfter } from "../src/retry-after.js";
import { reportUnrecognized } from "../src/unrecognized.js";
import { getThing, virtualClock } from "./support/fixture.js";

describe("Retry-After", () => {
  const now = Date.UTC(1994, 10, 6, 8, 49, 0);
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
  test("is never in the past and never garbage", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
          fc.integer().map(String),
        ),
        (value) => {
          const at = parseRetryAfter(value, now);
          expect(at === undefined || (Number.isFinite(at) && at >= now)).toBe(true);
        },
      ),
    );
  });
});

describe("backoff", () => {
  test("stays between nothing and its bound, and the bound doubles up to the cap", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempt, random) => {
          const policy = resolveRetryPolicy(undefined, undefined);
          const wait = backoffMs(attempt, policy, () => random);
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThanOrEqual(Math.min(8000, 500 * 2 ** (attempt - 1)));
          expect(backoffMs(attempt, policy, () => 0.999999)).toBeGreaterThan(
            0.9 * Math.min(8000, 500 * 2 ** (attempt - 1)),
          );
        },
      ),
    );
  });
  test.each([
    [undefined, undefined, 3],
    [false, undefined, 1],
    [false, { maxAttempts: 5 }, 5],
    [{ maxAttempts: 5 }, undefined, 5],
    [{ maxAttempts: 5 }, { baseDelayMs: 1 }, 5],
    [{ maxAttempts: 5 }, false, 1],
    [undefined, { maxAttempts: undefined }, 3],
    [{ maxAttempts: 5 }, { maxAttempts: undefined }, 5],
  ] as const)("the call's policy %# goes before the client's", (client, call, attempts) =>
    expect(resolveRetryPolicy(client, call).maxAttempts).toBe(attempts),
  );
});

test("the worst outcome wins", () => {
  expect(worseOutcome("notSent", "rejected")).toBe("rejected");
  expect(worseOutcome("unknown", "rejected")).toBe("unknown");
  expect(worseOutcome("notSent", "notSent")).toBe("notSent");
});

describe("a base URL", () => {
  test.each([
    ["acme.example.com", "https://acme.example.com/api"],
    ["acme.example.com/", "https://acme.example.com/api"],
    ["https://acme.example.com/api/", "https://acme.example.com/api"],
    ["https://acme.example.com/proxy", "https://acme.example.com/proxy/api"],
    ["https://acme.example.com/proxy/api", "https://acme.example.com/proxy/api"],
    [" https://acme.example.com:8443 ", "https://acme.example.com:8443/api"],
    [new URL("https://acme.example.com"), "https://acme.example.com/api"],
    ["localhost:4010", "http://localhost:4010/api"],
    ["http://127.0.0.1:4010", "http://127.0.0.1:4010/api"],
    ["http://[::1]:4010", "http://[::1]:4010/api"],
  ])("%s is fine", (given, url) => expect(resolveBaseUrl(given, "/api")).toBe(url));
  test.each([
    ["", "missing"],
    ["http://", "not a URL"],
    ["ht tp://x", "not a URL"],
    ["ftp://acme.example.com", "scheme"],
    ["http://acme.example.com", "allowInsecure"],
    ["http://127.0.0.1.evil.example", "allowInsecure"],
    ["http://localhost.evil.example", "allowInsecure"],
    ["https://user:hunter2@acme.example.com", "auth"],
    ["https://acme.example.com?x=1", "query"],
    ["https://acme.example.com#x", "fragment"],
  ])("%s is refused, saying %s", (given, word) => {
    const error = (() => {
      try {
        return resolveBaseUrl(given, "/api");
      } catch (thrown) {
        return thrown as Error;
      }
    })();
    expect(error).toMatchObject({ name: "ConfigurationError", field: "baseUrl", outcome: "notSent" });
    expect((error as Error).message).toContain(word);
    expect((error as Error).message).not.toContain("hunter2");
  });
  test("of a host in a container network needs a word", () => {
    expect(resolveBaseUrl("http://emulator:4010", "/api", true)).toBe("http://emulator:4010/api");
  });
});

describe("wire times", () => {
  test("compare by time, not by spelling", () => {
    const sorted = ["2024-10-01T22:04:24.962Z", "2024-10-01T22:04:24.962583055Z", "2024-10-02T00:04:25+02:00"];
    expect(sorted.toReversed().sort(compareInstants)).toEqual(sorted);
    expect(sorted.toSorted()).not.toEqual(sorted);
  });
  test("keep nanoseconds", () => expect(parseInstant("1970-01-01T00:00:00.000000001Z")).toBe(1n));
  test("agree with Date on milliseconds", () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date("0001-01-01"), max: new Date("9999-12-31") }),
        (date) => {
          expect(parseInstant(date.toISOString())).toBe(BigInt(date.getTime()) * 1_000_000n);
        },
      ),
    );
  });
  test.each(["", "now", "2024-10-01", "2024-10-01T22:04:24", "2024-13-01T22:04:24Z", "x2024-10-01T22:04:24Z"])(
    "%s is none",
    (text) => expect(parseInstant(text)).toBeUndefined(),
  );
});

describe("a rate window", () => {
  test("never lets more than its limits through, whatever the pauses", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 0, max: 50 }),
        async (pauses, latency) => {
          const clock = virtualClock();
          const limits = [
            { requests: 5, windowMs: 1000 },
            { requests: 12, windowMs: 5000 },
          ];
          const window = new RateWindow(limits, clock);
          const arrivals: number[] = [];
          for (const pause of pauses) {
            await clock.sleep(pause);
            const place = window.enter();
            for (let wait = place.waitMs(); wait > 0; wait = place.waitMs()) await clock.sleep(wait);
            await clock.sleep(latency);
            arrivals.push(clock.now());
            place.answered();
          }
          for (const { requests, windowMs } of limits) {
            for (let i = requests; i < arrivals.length; i++)
              expect((arrivals[i] ?? 0) - (arrivals[i - requests] ?? 0)).toBeGreaterThan(windowMs);
          }
        },
      ),
    );
  });

  test("gives cancelled places back", () => {
    const clock = virtualClock();
    const window = new RateWindow([{ requests: 2, windowMs: 1000 }], clock);
    const places = [window.enter(), window.enter(), window.enter()];
    expect(places.map((place) => place.waitMs())).toEqual([0, 0, 1025]);
    places[0]?.leave();
    expect(places[2]?.waitMs()).toBe(0);
  });

  test("is idle when nobody is in it and the last request has left every window", async () => {
    const clock = virtualClock();
    const window = new RateWindow([{ requests: 2, windowMs: 1000 }], clock);
    expect(window.isIdle()).toBe(true);
    const [first, second] = [window.enter(), window.enter()];
    first.sent();
    second.leave();
    await clock.sleep(5000);
    expect(window.isIdle()).toBe(false);
    first.answered();
    await clock.sleep(1024);
    expect(window.isIdle()).toBe(false);
    await clock.sleep(1);
    expect(window.isIdle()).toBe(true);
  });

  test("is dropped when it is idle, and only then", async () => {
    const clock = virtualClock();
    const limits = [{ requests: 1, windowMs: 1000 }];
    const window = (bot: number) => sharedRateWindow(`bot ${bot}`, limits, clock);
    const busy = window(0);
    const place = busy.enter();
    const first = window(1);
    for (let bot = 2; bot < 100; bot++) {
      window(bot).enter().answered();
      await clock.sleep(100);
    }
    expect(window(0)).toBe(busy);
    expect(window(1)).not.toBe(first);
    expect(window(99)).toBe(window(99));
    const registry = (globalThis as Record<symbol, unknown>)[Symbol.for("@org/runtime/rate-limits")];
    expect((registry as WeakMap<object, Map<string, unknown>>).get(clock)?.size).toBeLessThan(30);
    place.leave();
  });

  test("serves in the order of arrival", () => {
    const clock = virtualClock();
    const window = new RateWindow([{ requests: 1, windowMs: 1000 }], clock);
    const waits = [window.enter(), window.enter(), window.enter()].map((place) => place.waitMs());
    expect(waits).toEqual([0, 1025, 2050]);
  });
});

test("what the description does not know is reported, and only that", () => {
  const found: string[] = [];
  const operation = {
    ...getThing,
    variants: [["id", "status"]],
    shape: { id: 0, status: ["idle"], tags: [{ name: 0 }], event: { "|": [{ a: 0 }, { b: 0 }] } },
  } as const;
  const data = { id: 1, status: "new", extra: 1, tags: [{ name: 1 }, { name: 1, "a/b": 2 }], event: { b: 1, c: 2 } };
  reportUnrecognized(operation, data, ({ kind, place }) => found.push(`${kind} ${place}`));
  expect(found).toEqual(["value /status", "field /extra", "field /tags/1/a~1b", "field /event/c"]);
  found.length = 0;
  reportUnrecognized(operation, { status: "idle" }, ({ kind, found: names }) => found.push(`${kind} ${String(names)}`));
  expect(found).toEqual(["missing id"]);
});
