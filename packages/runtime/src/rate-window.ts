import type { Clock } from "./clock.js";

/** At most so many requests in any window of this length. */
export interface WindowLimit {
  readonly requests: number;
  readonly windowMs: number;
}

/** A place in the line. `at` is when it was, or may be, sent; in milliseconds since the epoch. */
interface Slot {
  at: number;
}

/** Added to each window, because the service's clock ticks when a request arrives, not when it leaves. */
export const marginMs = 25;

/**
 * Rolling windows over the requests to one thing. Requests leave in the order in which they came; each holds a place in
 * the line and gives it back when it is cancelled.
 */
export class RateWindow {
  readonly #limits: readonly WindowLimit[];
  readonly #clock: Clock;
  readonly #most: number;
  readonly #longestMs: number;
  #slots: Slot[] = [];
  /** Places taken and not yet given back or answered. */
  #open = 0;

  constructor(limits: readonly WindowLimit[], clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
    this.#most = Math.max(...limits.map(({ requests }) => requests));
    this.#longestMs = Math.max(...limits.map(({ windowMs }) => windowMs)) + marginMs;
  }

  /** Takes a place. Nothing may be sent before {@link Place.waitMs} is 0. */
  enter(): Place {
    this.#slots = this.#slots.slice(-2 * this.#most);
    const slot: Slot = { at: 0 };
    this.#slots.push(slot);
    this.#open++;
    const clock = this.#clock;
    return {
      waitMs: () => {
        slot.at = this.#earliest(slot);
        return Math.max(0, slot.at - clock.now());
      },
      sent: () => void (slot.at = Math.max(slot.at, clock.now())),
      // Counted from the answer: the service saw the request at some time before it.
      answered: () => {
        slot.at = Math.max(slot.at, clock.now());
        this.#open--;
      },
      leave: () => {
        this.#slots = this.#slots.filter((other) => other !== slot);
        this.#open--;
      },
    };
  }

  /** Does it hold nobody up, now or later? Then a new one would do as well. */
  isIdle(): boolean {
    const until = this.#clock.now() - this.#longestMs;
    return this.#open === 0 && this.#slots.every(({ at }) => at <= until);
  }

  #earliest(slot: Slot): number {
    const index = this.#slots.indexOf(slot);
    let at = Math.max(this.#clock.now(), this.#slots[index - 1]?.at ?? 0);
    for (const { requests, windowMs } of this.#limits) {
      const first = this.#slots[index - requests];
      if (first !== undefined) at = Math.max(at, first.at + windowMs + marginMs);
    }
    return at;
  }
}

/** One request's place in a {@link RateWindow}. */
export interface Place {
  /** How long to wait from now. Ask again afterwards: requests ahead may have taken longer than expected. */
  waitMs(): number;
  /** The request leaves now: signing in may have taken its time. */
  sent(): void;
  /** The answer has come. */
  answered(): void;
  /** Nothing was sent, nothing will be. */
  leave(): void;
}
