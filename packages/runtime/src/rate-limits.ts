import type { Clock } from "./clock.js";
import { RateWindow, type WindowLimit } from "./rate-window.js";

const registry = Symbol.for("@org/runtime/rate-limits");
type Windows = WeakMap<Clock, Map<string, RateWindow>>;

/**
 * The window of one thing that a service limits by, shared by every client in the process (and by every copy of this
 * package) that runs on the same clock.
 */
export function sharedRateWindow(key: string, limits: readonly WindowLimit[], clock: Clock): RateWindow {
  const holder = globalThis as { [registry]?: Windows };
  const windows = (holder[registry] ??= new WeakMap());
  let ofClock = windows.get(clock);
  if (ofClock === undefined) windows.set(clock, (ofClock = new Map()));
  let window = ofClock.get(key);
  if (window === undefined) ofClock.set(key, (window = new RateWindow(limits, clock)));
  return window;
}
