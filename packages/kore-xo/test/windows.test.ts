import fc from "fast-check";
import { expect, test } from "vitest";
import { newestWindow, windowRequest, type Window } from "../src/windows.js";

const weekMs = 7 * 24 * 60 * 60 * 1000;
const moment = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2035, 0, 1) });
const lengthMs = fc.oneof(
  fc.integer({ min: 1, max: 3 * 365 * 24 * 60 * 60 * 1000 }),
  // Where one window more or less is at stake.
  fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: -2, max: 2 }))
    .map(([n, ms]) => (n * weekMs * 6) / 7 + ms),
);

function windowsOf(since: number, until: number): Window[] {
  const windows: Window[] = [];
  for (let to = until; to > since; to = windows.at(-1)?.from ?? since) windows.push(newestWindow(since, to));
  return windows;
}

test("windows cover a range from its end to its beginning, each where the one before it ended", () => {
  fc.assert(
    fc.property(moment, lengthMs, (since, ms) => {
      const until = since + ms;
      const windows = windowsOf(since, until);
      expect(windows[0]?.to).toBe(until);
      expect(windows.at(-1)?.from).toBe(since);
      for (const [index, { from, to }] of windows.entries()) {
        expect(to).toBeGreaterThan(from);
        if (index > 0) expect(to).toBe(windows[index - 1]?.from);
      }
    }),
  );
});

test("no request asks for 7 days or more, whatever the service makes of its bounds", () => {
  fc.assert(
    fc.property(moment, lengthMs, (since, ms) => {
      for (const window of windowsOf(since, since + ms)) {
        const { dateFrom, dateTo } = windowRequest(window);
        expect(Date.parse(dateTo) - Date.parse(dateFrom)).toBeLessThan(weekMs);
      }
    }),
  );
});

test("every millisecond of a window lies strictly inside its request, but for the end, which is the next one's", () => {
  fc.assert(
    fc.property(moment, lengthMs, (since, ms) => {
      for (const window of windowsOf(since, since + ms)) {
        const { dateFrom, dateTo } = windowRequest(window);
        expect(Date.parse(dateFrom)).toBeLessThan(window.from);
        expect(Date.parse(dateTo)).toBeGreaterThan(window.to - 1);
      }
    }),
  );
});
