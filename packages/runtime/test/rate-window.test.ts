import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sharedRateWindow } from "../src/rate-limits.js";
import { marginMs, RateWindow, type WindowLimit } from "../src/rate-window.js";
import { virtualClock } from "./support/fixture.js";

/** One request: how long after the last one it is wanted, how long signing in takes, and how long the answer. */
const request = fc.record({
  pauseMs: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 300 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 6000 }) },
  ),
  signInMs: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 400 })),
  latencyMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 })),
});
/** As many as it takes to meet every limit several times: by itself, fast-check makes about ten. */
const requests = fc.array(request, { minLength: 1, maxLength: 80, size: "max" });
const limits: readonly WindowLimit[] = [
  { requests: 5, windowMs: 1000 },
  { requests: 12, windowMs: 5000 },
];

interface Served {
  /** When the service sees the request: at any time until the answer, so at its end. */
  readonly arrivedAt: number;
  readonly wantedAt: number;
  readonly leftAt: number;
}

async function serve(requests: readonly { pauseMs: number; signInMs: number; latencyMs: number }[]): Promise<Served[]> {
  const clock = virtualClock();
  const window = new RateWindow(limits, clock);
  const served: Served[] = [];
  for (const { pauseMs, signInMs, latencyMs } of requests) {
    await clock.sleep(pauseMs);
    const wantedAt = clock.now();
    const place = window.enter();
    for (let wait = place.waitMs(); wait > 0; wait = place.waitMs()) await clock.sleep(wait);
    const leftAt = clock.now();
    await clock.sleep(signInMs);
    place.sent();
    await clock.sleep(latencyMs);
    served.push({ arrivedAt: clock.now(), wantedAt, leftAt });
    place.answered();
  }
  return served;
}

test("no window ever holds more requests than its limit allows, however slow signing in and the answers are", async () => {
  await fc.assert(
    fc.asyncProperty(requests, async (requests) => {
      const served = await serve(requests);
      for (const { requests: most, windowMs } of limits) {
        for (const [index, { arrivedAt }] of served.slice(most).entries()) {
          expect(arrivedAt - (served[index] as Served).arrivedAt).toBeGreaterThan(windowMs);
        }
      }
    }),
  );
});

test("nothing waits that no limit holds back", async () => {
  await fc.assert(
    fc.asyncProperty(requests, async (requests) => {
      const served = await serve(requests);
      for (const [index, { wantedAt, leftAt }] of served.entries()) {
        const earliest = limits.map(({ requests: most, windowMs }) => {
          const first = served[index - most];
          return first === undefined ? 0 : first.arrivedAt + windowMs + marginMs;
        });
        expect(leftAt).toBe(Math.max(wantedAt, ...earliest));
      }
    }),
  );
});

describe("requests that come at once", () => {
  test("leave in the order in which they came", () => {
    const window = new RateWindow([{ requests: 2, windowMs: 1000 }], virtualClock());
    const waits = [1, 2, 3, 4, 5].map(() => window.enter().waitMs());
    expect(waits).toEqual([0, 0, 1025, 1025, 2050]);
  });

  test("do not overtake one that waits for a slower one", async () => {
    const clock = virtualClock();
    const window = new RateWindow([{ requests: 2, windowMs: 1000 }], clock);
    const [slow, quick, third, fourth] = [window.enter(), window.enter(), window.enter(), window.enter()];
    expect([slow.waitMs(), quick.waitMs()]).toEqual([0, 0]);
    quick.answered();
    await clock.sleep(500);
    slow.answered();
    expect([third.waitMs(), fourth.waitMs()]).toEqual([1025, 1025]);
  });

  test("count from when they left, also before their answer has come", async () => {
    const clock = virtualClock();
    const window = new RateWindow([{ requests: 1, windowMs: 1000 }], clock);
    const [first, second] = [window.enter(), window.enter()];
    expect(first.waitMs()).toBe(0);
    await clock.sleep(400);
    first.sent();
    expect(second.waitMs()).toBe(1025);
  });

  test("get the places of those that were cancelled", () => {
    const window = new RateWindow([{ requests: 2, windowMs: 1000 }], virtualClock());
    const places = [window.enter(), window.enter(), window.enter()];
    expect(places.map((place) => place.waitMs())).toEqual([0, 0, 1025]);
    places[0]?.leave();
    expect(places[2]?.waitMs()).toBe(0);
  });
});

test("many that wait at once are counted to the last", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 60 }), (requests, count) => {
      const window = new RateWindow([{ requests, windowMs: 1000 }], virtualClock());
      const waits = Array.from({ length: count }, () => window.enter().waitMs());
      expect(waits).toEqual(waits.map((_, index) => Math.floor(index / requests) * (1000 + marginMs)));
    }),
  );
});

describe("a window", () => {
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

  test("is not idle while a request that was slow, and is not the last, counts", async () => {
    const clock = virtualClock();
    const window = new RateWindow([{ requests: 2, windowMs: 1000 }], clock);
    const [slow, quick] = [window.enter(), window.enter()];
    quick.answered();
    await clock.sleep(500);
    slow.answered();
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
});
