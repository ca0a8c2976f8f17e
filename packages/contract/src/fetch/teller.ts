import type { Deviation } from "../deviation.js";
import type { ContractFetchOptions } from "./options.js";

/** Tells what was found, and keeps what its listener throws away from those who fetch. */
export interface Teller {
  tell(deviations: readonly Deviation[]): void;
  /** Does work that nobody waits for. */
  later(work: () => Promise<void>): void;
  /** Resolves once no such work is left. */
  settled(): Promise<void>;
}

export function createTeller({ onDeviation }: Pick<ContractFetchOptions, "onDeviation">): Teller {
  const pending = new Set<Promise<void>>();
  return {
    tell(deviations) {
      for (const deviation of deviations) {
        try {
          onDeviation(deviation);
        } catch (error) {
          throwOutside(error);
        }
      }
    },
    later(work) {
      const done: Promise<void> = work()
        .catch(throwOutside)
        .finally(() => pending.delete(done));
      pending.add(done);
    },
    async settled() {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}

/** As an `EventTarget` does with the errors of its listeners. */
function throwOutside(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
