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
export class CallScope {
  ending: Ending | undefined;
  readonly #signal: AbortSignal | undefined;
  #current: ((why: symbol) => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
    if (signal?.aborted) this.#onAbort();
    else signal?.addEventListener("abort", this.#onAbort);
  }

  readonly #onAbort = (): void => this.#end({ by: "caller", reason: this.#signal?.reason });

  /** Starts the clock of the whole call anew, with `ms` left. */
  limit(ms: number): void {
    clearTimeout(this.#timer);
    if (this.ending === undefined && ms < maxTimer) this.#timer = setTimeout(() => this.#end({ by: "total" }), ms);
  }

  #end(ending: Ending): void {
    this.ending ??= ending;
    this.#current?.(callEnded);
  }

  /**
   * Runs one thing that can be cut short. Settles at once when its time or the call's is up, even if `work` ignores its
   * signal.
   */
  run<T>(work: (signal: AbortSignal) => Promise<T>, timeoutMs: number = maxTimer): Promise<T> {
    if (this.ending !== undefined) return Promise.reject(callEnded);
    const controller = new AbortController();
    return new Promise<T>((resolve, reject) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const stop = (why: symbol): void => {
        settle();
        reject(why);
        controller.abort();
      };
      const settle = (): void => {
        clearTimeout(timer);
        this.#current = undefined;
      };
      if (timeoutMs < maxTimer) timer = setTimeout(stop, timeoutMs, attemptTimedOut);
      this.#current = stop;
      work(controller.signal).then(
        (value) => {
          if (this.#current === stop) settle();
          resolve(value);
        },
        (error: unknown) => {
          if (this.#current === stop) settle();
          reject(error);
        },
      );
    });
  }

  /** Lets go of the caller's signal and of the timer. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener("abort", this.#onAbort);
  }
}

/** Above this, timers overflow and fire at once; it is 24 days, so no timer is needed. */
const maxTimer = 2 ** 31 - 1;
