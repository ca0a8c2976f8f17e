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

/** What takes its time without a timer: the reading of bodies, and WebCrypto. */
const slowMethods: readonly (readonly [object, readonly string[]])[] = [
  ...[Blob, Request, Response].map(
    ({ prototype }) => [prototype, ["arrayBuffer", "blob", "bytes", "json", "text"]] as const,
  ),
  [
    SubtleCrypto.prototype,
    ["decrypt", "deriveBits", "deriveKey", "digest", "encrypt", "generateKey", "importKey", "sign", "verify"],
  ],
];

/**
 * Watches the timers and the slow methods from here on. Programs cannot tell: the functions take and give what they
 * always do.
 */
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
  function track<T>(promise: Promise<T>): Promise<T> {
    const settled = (): void => void waiting.delete(promise);
    waiting.add(promise);
    promise.then(settled, settled);
    return promise;
  }
  for (const [owner, names] of slowMethods) {
    for (const name of names) {
      const method: unknown = Reflect.get(owner, name);
      if (typeof method !== "function") continue;
      const tracked = function (this: unknown, ...given: unknown[]): Promise<unknown> {
        return track(Reflect.apply(method, this, given) as Promise<unknown>);
      };
      Object.defineProperty(owner, name, { value: tracked, writable: true, configurable: true });
    }
  }
  return {
    track,
    async quiet() {
      for (let polls = 0; polls < QUIET_POLLS; polls = waiting.size === 0 ? polls + 1 : 0) {
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    },
  };
}
