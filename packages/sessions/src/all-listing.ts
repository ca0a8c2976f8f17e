import {
  AbortError,
  ConfigurationError,
  itemsOf,
  PaginationError,
  parseInstant,
  Reading,
  type Page,
  type Result,
  type SdkError,
} from "@org/runtime";
import { ProvidersFailedError, type ProviderFailure } from "./errors/providers-failed-error.js";
import type { Session } from "./session.js";
import { inTurn, type Lane } from "./turns.js";

/** One page of one provider. */
export interface ProviderPage<Item extends Session> extends Omit<Page<Item>, "next"> {
  readonly provider: Item["provider"];
}

/** How {@link AllListing.toArray} collects. */
export interface CollectOptions {
  /** The most that may come. Default 10 000. */
  readonly max?: number | undefined;
  /** `createdAt`: oldest first; `-createdAt`: newest first. Sessions without that time come last. Default: as they came. */
  readonly sort?: "createdAt" | "-createdAt" | undefined;
}

/** What a listing over several providers is made of. */
export interface AllListingSource<Item extends Session> {
  readonly signal: AbortSignal | undefined;
  readonly onProviderError: ((failure: ProviderFailure<Item["provider"]>) => void) | undefined;
  /** Throws if the input cannot work. */
  readonly check: () => void;
  /** Starts reading every provider; `signal` ends them all. */
  readonly start: (signal: AbortSignal) => readonly Lane<Result<Page<Item>, SdkError>>[];
}

/** The sessions of several providers. */
export class AllListing<Item extends Session> implements AsyncIterable<Item> {
  readonly #source: AllListingSource<Item>;
  #failures: ProviderFailure<Item["provider"]>[] = [];
  #providers = 0;

  constructor(source: AllListingSource<Item>) {
    this.#source = source;
  }

  /** The providers that have failed so far in the latest iteration. */
  get failures(): readonly ProviderFailure<Item["provider"]>[] {
    return this.#failures;
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<Item> {
    return itemsOf(this.pages());
  }

  /** The same, page by page. */
  pages(): AsyncIterableIterator<ProviderPage<Item>> {
    return new Reading(
      this.#source.signal,
      (signal) => this.#read(signal),
      (page) => page,
    );
  }

  async *#read(signal: AbortSignal): AsyncGenerator<ProviderPage<Item>, void> {
    const { onProviderError, check, start } = this.#source;
    check();
    const failures: ProviderFailure<Item["provider"]>[] = [];
    this.#failures = failures;
    const isStarted = !signal.aborted;
    const lanes = start(signal);
    this.#providers = lanes.length;
    for await (const { key: provider, value: result } of inTurn(lanes, signal)) {
      if (result.ok) {
        const { next: _, ...page } = result.data;
        yield { ...page, provider };
        continue;
      }
      // The caller's own abort is nobody's failure.
      if (signal.aborted && result.error.name === "AbortError") break;
      const failure = { provider, error: result.error };
      failures.push(failure);
      const told: unknown = onProviderError?.(failure);
      // Nobody waits for it, so nobody else would handle its failure.
      if (told instanceof Promise) told.catch(() => {});
    }
    if (signal.aborted) {
      throw new AbortError("all.list: aborted by the caller", {
        // Nobody waits for what was under way, so nobody knows.
        outcome: isStarted ? "unknown" : "notSent",
        operation: "all.list",
        cause: signal.reason,
      });
    }
    if (failures.length > 0 && onProviderError === undefined) throw new ProvidersFailedError(failures, lanes.length);
  }

  /**
   * Collects all sessions.
   *
   * @throws {ConfigurationError} for options that cannot work.
   * @throws {PaginationError} with `reason: "max-exceeded"` where there are more than `max`.
   * @throws {ProvidersFailedError} if a provider failed and `onProviderError` was not given; its `sessions` are those of
   *   the others.
   */
  async toArray(options: CollectOptions = {}): Promise<Item[]> {
    checkOptions(options);
    const { max = 10_000, sort } = options;
    const collected: Item[] = [];
    try {
      for await (const { items, attempts } of this.pages()) {
        if (collected.length + items.length > max) {
          const message = `there are more than max = ${max} sessions; raise max, or iterate instead`;
          throw new PaginationError(message, {
            reason: "max-exceeded",
            outcome: "rejected",
            operation: "all.list",
            attempts,
          });
        }
        for (const item of items) collected.push(item);
      }
    } catch (error) {
      if (!(error instanceof ProvidersFailedError)) throw error;
      throw new ProvidersFailedError(error.failures, this.#providers, sorted(collected, sort));
    }
    return sorted(collected, sort);
  }
}

/** Sorted by time, those without a readable one last. */
function sorted<Item extends Session>(items: Item[], sort: CollectOptions["sort"]): Item[] {
  if (sort === undefined) return items;
  const older = sort === "createdAt" ? -1 : 1;
  return items
    .map((item) => ({ item, at: parseInstant(item.createdAt ?? "") }))
    .sort(({ at: a }, { at: b }) => {
      if (a === b) return 0;
      if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
      return a < b ? older : -older;
    })
    .map(({ item }) => item);
}

function checkOptions({ max, sort }: CollectOptions): void {
  if (max !== undefined && !(max >= 0)) throw new ConfigurationError("max", "must be a number of at least 0");
  if (sort !== undefined && sort !== "createdAt" && sort !== "-createdAt") {
    throw new ConfigurationError("sort", 'must be "createdAt" for oldest first or "-createdAt" for newest first');
  }
}
