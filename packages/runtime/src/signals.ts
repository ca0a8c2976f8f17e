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
  /** Lets go of the caller's signal and of the timer. */
  dispose(): void;
}

/** Above this, timers overflow and fire at once; it is 24 days, so no timer is needed. */
const maxTimer = 2 ** 31 - 1;

export function openScope(signal: AbortSignal | undefined): CallScope {
  let ending: Ending | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopCurrent: ((why: symbol) => void) | undefined;

  const end = (how: Ending): void => {
    ending ??= how;
    stopCurrent?.(callEnded);
  };
  const abort = (): void => end({ by: "caller", reason: signal?.reason });
  if (signal?.aborted) abort();
  else signal?.addEventListener("abort", abort);

  return {
    ending: () => ending,
    limit(ms) {
      clearTimeout(timer);
      if (!ending && ms < maxTimer) timer = setTimeout(end, ms, { by: "total" });
    },
    run(work, timeoutMs = maxTimer) {
      if (ending) return Promise.reject(callEnded);
      const controller = new AbortController();
      return new Promise((resolve, reject) => {
        let attemptTimer: ReturnType<typeof setTimeout> | undefined;
        const settle = (): void => {
          clearTimeout(attemptTimer);
          if (stopCurrent === stop) stopCurrent = undefined;
        };
        const stop = (why: symbol): void => {
          settle();
          reject(why);
          controller.abort();
        };
        stopCurrent = stop;
        if (timeoutMs < maxTimer) attemptTimer = setTimeout(stop, timeoutMs, attemptTimedOut);
        work(controller.signal).then(resolve, reject).finally(settle);
      });
    },
    dispose() {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    },
  };
}
