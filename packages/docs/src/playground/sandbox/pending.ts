/** What a program still waits for. */
export interface Pending {
  /** Counts a promise as something to wait for, and gives it back. */
  track<T>(promise: Promise<T>): Promise<T>;
  /** Resolves when nothing is left: no timer, and no promise that is tracked. */
  quiet(): Promise<void>;
}

const POLL_MS = 10;
/** A program that goes on from one promise to the next is between two things to wait for at some polls. */
const QUIET_POLLS = 3;

/** Watches the timers from here on. Programs cannot tell: the functions take and give what they always do. */
export function watchPending(): Pending {
  const { setTimeout, clearTimeout, setInterval, clearInterval } = globalThis;
  const waiting = new Set<unknown>();
  Object.assign(globalThis, {
    setTimeout: (run: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) => {
      const timer = setTimeout(() => {
        waiting.delete(timer);
        run(...given);
      }, ms);
      waiting.add(timer);
      return timer;
    },
    setInterval: (run: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) => {
      const timer = setInterval(run, ms, ...given);
      waiting.add(timer);
      return timer;
    },
    clearTimeout: (timer?: number) => {
      waiting.delete(timer);
      clearTimeout(timer);
    },
    clearInterval: (timer?: number) => {
      waiting.delete(timer);
      clearInterval(timer);
    },
  });
  return {
    track(promise) {
      const settled = (): void => void waiting.delete(promise);
      waiting.add(promise);
      promise.then(settled, settled);
      return promise;
    },
    async quiet() {
      for (let polls = 0; polls < QUIET_POLLS; polls = waiting.size === 0 ? polls + 1 : 0) {
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    },
  };
}
