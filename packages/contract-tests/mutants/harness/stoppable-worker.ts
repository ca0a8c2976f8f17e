import { ThreadsPoolWorker, type PoolOptions } from "vitest/node";

/**
 * A worker that can be stopped while a test is in an endless loop. Vitest itself waits for the end of a running test
 * before it stops a worker.
 */
export class StoppableWorker extends ThreadsPoolWorker {
  readonly #all: Set<StoppableWorker>;
  #stopped: Promise<void> | undefined;

  constructor(options: PoolOptions, all: Set<StoppableWorker>) {
    super(options);
    this.#all = all;
    all.add(this);
  }

  override stop(): Promise<void> {
    this.#all.delete(this);
    return (this.#stopped ??= super.stop());
  }

  // A thread that has gone has no listeners, and Vitest asks it for them.
  override off(event: string, callback: () => void): void {
    if (this.#stopped === undefined) super.off(event, callback);
  }
}
