import type { Clock } from "../../src/index.js";

/** A clock that stands still until it is told otherwise. */
export interface VirtualClock extends Clock {
  advance(ms: number): void;
}

export function createVirtualClock(start: string): VirtualClock {
  let now = Date.parse(start);
  return {
    now: () => now,
    async sleep(ms) {
      now += ms;
    },
    advance(ms) {
      now += ms;
    },
  };
}
