import { describe, expect, it } from "vitest";
import { createRollingWindow, type Limit } from "../src/rolling-window.js";
import { createRandom } from "../src/random.js";

const LIMITS: readonly Limit[] = [
  { requests: 3, windowMs: 100 },
  { requests: 8, windowMs: 1000 },
];

/** What the limits say, counted over everything that was ever let through. */
function fits(taken: readonly number[], at: number): boolean {
  return LIMITS.every(({ requests, windowMs }) => taken.filter((time) => time > at - windowMs).length < requests);
}

describe("a rolling window", () => {
  it("lets a request through exactly when no limit is used up, over many random sequences", () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const random = createRandom(`window/${seed}`);
      const window = createRollingWindow(LIMITS);
      const taken: number[] = [];
      let at = 0;
      for (let count = 0; count < 100; count += 1) {
        at += random.integer(0, 90);
        const expected = fits(taken, at);
        expect(window.take(at) === undefined).toBe(expected);
        if (expected) taken.push(at);
      }
    }
  });

  it("says when the last of its limits opens again, and does open then", () => {
    const window = createRollingWindow(LIMITS);
    for (const at of [0, 0, 0, 100, 100, 100, 200, 200]) expect(window.take(at)).toBeUndefined();
    expect(window.take(300)).toEqual({ limit: LIMITS[1], opensAt: 1000 });
    expect(window.take(999)).toBeDefined();
    expect(window.take(1000)).toBeUndefined();
  });

  it("without limits lets everything through, and with a limit of 0 nothing", () => {
    expect(createRollingWindow([]).take(0)).toBeUndefined();
    expect(createRollingWindow([{ requests: 0, windowMs: 1 }]).take(0)?.opensAt).toBe(Infinity);
  });
});
