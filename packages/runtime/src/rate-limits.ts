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
  if (window === undefined) {
    dropIdle(ofClock);
    ofClock.set(key, (window = new RateWindow(limits, clock)));
  }
  return window;
}

/** So many are looked at whenever one is added: more than one, so that they become fewer. */
const looks = 2;

/** Drops windows that hold nobody up any more, oldest first; those that do go to the end of the line. */
function dropIdle(windows: Map<string, RateWindow>): void {
  let left = looks;
  for (const [key, window] of windows) {
    if (left-- === 0) return;
    windows.delete(key);
    if (!window.isIdle()) windows.set(key, window);
  }
}
