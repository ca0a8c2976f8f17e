/**
 * Reads on as it is asked to, under a signal of its own. Leaving it cuts what is under way at once, where a generator would
 * first finish its step.
 */
export class Reading<Value> implements AsyncIterableIterator<Value, undefined> {
  readonly #controller = new AbortController();
  readonly #parent: AbortSignal | undefined;
  readonly #values: AsyncIterator<Value, unknown>;
  #underWay = 0;
  #left = false;

  /** @param open reads until its signal aborts, which it does with the caller's. */
  constructor(parent: AbortSignal | undefined, open: (signal: AbortSignal) => AsyncIterable<Value, unknown>) {
    this.#parent = parent;
    this.#values = open(this.#controller.signal)[Symbol.asyncIterator]();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Value, undefined>> {
    // Listened to only while something is under way, so that a reading which is forgotten leaves nothing behind.
    const parent = this.#parent;
    if (parent?.aborted) this.#abort();
    if (this.#underWay++ === 0) parent?.addEventListener("abort", this.#abort);
    try {
      const result = await this.#values.next();
      return result.done || this.#left ? { done: true, value: undefined } : result;
    } catch (thrown) {
      // What was begun beside it has nobody left to read it.
      this.#controller.abort();
      if (this.#left) return { done: true, value: undefined };
      throw thrown;
    } finally {
      if (--this.#underWay === 0) parent?.removeEventListener("abort", this.#abort);
    }
  }

  async return(): Promise<IteratorResult<Value, undefined>> {
    this.#left = true;
    this.#controller.abort();
    this.#values.return?.().catch(() => {});
    return { done: true, value: undefined };
  }

  readonly #abort = (): void => this.#controller.abort(this.#parent?.reason);
}
