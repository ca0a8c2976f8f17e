/**
 * Reads on as it is asked to, under a signal of its own. Leaving it cuts what is under way at once, where a generator would
 * first finish its step.
 */
export class Reading<Value, Taken = Value> implements AsyncIterableIterator<Taken> {
  readonly #controller = new AbortController();
  readonly #parent: AbortSignal | undefined;
  readonly #values: AsyncIterator<Value>;
  readonly #take: (value: Value) => Taken;
  #underWay = 0;
  #left = false;

  /**
   * @param open reads until its signal aborts, which it does with the caller's.
   * @param take turns what was read into what is given. What it throws ends the reading.
   */
  constructor(
    parent: AbortSignal | undefined,
    open: (signal: AbortSignal) => AsyncIterable<Value>,
    take: (value: Value) => Taken,
  ) {
    const isSignal = typeof parent?.addEventListener === "function";
    if (isSignal) this.#parent = parent;
    // What is no signal is refused by whoever reads.
    this.#values = open(isSignal || parent === undefined ? this.#controller.signal : parent)[Symbol.asyncIterator]();
    this.#take = take;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Taken, undefined>> {
    // Listened to only while something is under way, so that a reading which is forgotten leaves nothing behind.
    const parent = this.#parent;
    if (parent?.aborted) this.#abort();
    if (this.#underWay++ === 0) parent?.addEventListener("abort", this.#abort);
    try {
      const { done, value } = await this.#values.next();
      if (!done && !this.#left) return { done: false, value: this.#take(value) };
    } catch (thrown) {
      // What was begun beside it has nobody left to read it.
      this.#controller.abort();
      if (!this.#left) throw thrown;
    } finally {
      if (--this.#underWay === 0) parent?.removeEventListener("abort", this.#abort);
    }
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<Taken, undefined>> {
    this.#left = true;
    this.#controller.abort();
    this.#values.return?.().catch(() => {});
    return { done: true, value: undefined };
  }

  readonly #abort = (): void => this.#controller.abort(this.#parent?.reason);
}
