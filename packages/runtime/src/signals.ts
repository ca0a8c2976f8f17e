/** What ended a call before its answer. */
export type Ending = { readonly by: "caller"; readonly reason: unknown } | { readonly by: "total" };

/** Thrown out of {@link CallScope.run} when the attempt's own time is up. */
export const attemptTimedOut: unique symbol = Symbol("attempt timed out");
/** Thrown out of {@link CallScope.run} when the whole call has ended: see {@link CallScope.ending}. */
export const callEnded: unique symbol = Symbol("call ended");

/**
 * The lifetime of one call: the caller's signal and the total timeout on one side, the signal of whatever the call is
 * doing right now on the other. The caller's signal is listened to once and never handed on, because each `fetch` and
 * each `Request` would leave a listener on it.
 */
export interface CallScope {
  ending(): Ending | undefined;
  /** Starts the clock of the whole call anew, with `ms` left. */
  limit(ms: number): void;
  /**
   * Runs one thing that can be cut short. Settles at once when its time or the call's is up, even if `work` ignores its
   * signal.
   */
  run<T>(work: (signal: AbortSignal) => Promise<T>, timeoutMs?: number): Promise<T>;
  /** Lets go of the caller's signal. */
  dispose(): void;
}

/** Above this, timers overflow and fire at once; it is 24 days, so no timer is needed. */
const maxTimer = 2 ** 31 - 1;

export function openScope(signal: AbortSignal | undefined): CallScope {
  let ending: Ending | undefined;
  /** On the clock that timers go by, which is not the client's. */
  let deadline = Infinity;
  let stopCurrent: ((why: symbol) => void) | undefined;

  const end = (how: Ending): void => {
    ending ??= how;
    stopCurrent?.(callEnded);
  };
  const abort = (): void => end({ by: "caller", reason: signal?.reason });
  const currentEnding = (): Ending | undefined => {
    if (performance.now() >= deadline) ending ??= { by: "total" };
    return ending;
  };
  if (signal?.aborted) abort();
  else signal?.addEventListener("abort", abort);

  return {
    ending: currentEnding,
    limit(ms) {
      deadline = performance.now() + ms;
    },
    run(work, timeoutMs = maxTimer) {
      if (currentEnding()) return Promise.reject(callEnded);
      const controller = new AbortController();
      // One timer, for whichever time is up first.
      const leftMs = deadline - performance.now();
      return new Promise((resolve, reject) => {
        let timer: ReturnType<typeof setTimeout> | undefined;
        const settle = (): void => {
          clearTimeout(timer);
          if (stopCurrent === stop) stopCurrent = undefined;
        };
        const stop = (why: symbol): void => {
          settle();
          reject(why);
          controller.abort();
        };
        stopCurrent = stop;
        if (leftMs <= timeoutMs && leftMs < maxTimer) timer = setTimeout(end, leftMs, { by: "total" });
        else if (timeoutMs < maxTimer) timer = setTimeout(stop, timeoutMs, attemptTimedOut);
        work(controller.signal).then(
          (value) => {
            settle();
            resolve(value);
          },
          (error: unknown) => {
            settle();
            reject(error);
          },
        );
      });
    },
    dispose() {
      signal?.removeEventListener("abort", abort);
    },
  };
}
