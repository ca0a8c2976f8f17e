import { ConfigurationError } from "./errors/configuration-error.js";
import { PaginationError } from "./errors/pagination-error.js";
import type { Page } from "./result.js";

/** All items of a listing, one after the other; pages are fetched as they are needed. */
export interface Listing<Item, Raw = unknown> extends AsyncIterable<Item> {
  /** The same, page by page. */
  pages(): AsyncIterable<Page<Item, Raw>>;
  /**
   * Collects all items.
   *
   * @param options.max the most that may come, 10 000 unless given.
   * @throws {ConfigurationError} for a `max` that is no number.
   * @throws {PaginationError} with `reason: "max-exceeded"` where there are more: nothing is cut off in silence.
   */
  toArray(options?: { readonly max?: number | undefined }): Promise<Item[]>;
}

/** Makes a listing of what reads the pages, and throws their failures. Each iteration reads anew. */
export function listingOf<Item, Raw>(
  id: string,
  pages: () => AsyncIterableIterator<Page<Item, Raw>>,
): Listing<Item, Raw> {
  return {
    pages,
    [Symbol.asyncIterator]: () => itemsOf(pages()),
    toArray: ({ max = 10_000 } = {}) => collect(id, pages(), max),
  };
}

/** The first page of a reading. */
export async function firstPage<Item, Raw>(pages: AsyncIterable<Page<Item, Raw>>): Promise<Page<Item, Raw>> {
  for await (const page of pages) return page;
  throw new Error("unreachable: a reading has at least one page or a failure");
}

async function collect<Item, Raw>(id: string, pages: AsyncIterable<Page<Item, Raw>>, max: number): Promise<Item[]> {
  if (!(max >= 0)) throw new ConfigurationError("max", "must be a number of at least 0", { operation: id });
  const items: Item[] = [];
  let resume: string | undefined;
  for await (const page of pages) {
    if (items.length + page.items.length > max) {
      throw new PaginationError(`${id}: there are more than max = ${max} items; raise max, or iterate instead`, {
        outcome: "rejected",
        operation: id,
        attempts: page.attempts,
        reason: "max-exceeded",
        resume,
      });
    }
    for (const item of page.items) items.push(item);
    resume = page.next;
  }
  return items;
}

/** The items of pages, one after the other. */
export function itemsOf<Item>(pages: AsyncIterableIterator<ItemPage<Item>>): AsyncIterableIterator<Item> {
  return new ItemIterator(pages);
}

/** As much of a page as iterating over its items needs. */
type ItemPage<Item> = Pick<Page<Item>, "items">;

/** Iterates over the items of pages. By hand, because a second generator on top would cost a fifth of the time. */
class ItemIterator<Item> implements AsyncIterableIterator<Item> {
  readonly #pages: AsyncIterator<ItemPage<Item>>;
  #items: readonly Item[] = [];
  #index = 0;
  #loading: Promise<unknown> | undefined;

  constructor(pages: AsyncIterator<ItemPage<Item>>) {
    this.#pages = pages;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<Item, undefined>> {
    if (this.#loading !== undefined) return this.#loading.then(() => this.next());
    if (this.#index < this.#items.length) {
      return Promise.resolve({ done: false, value: this.#items[this.#index++] as Item });
    }
    const loading = this.#load();
    this.#loading = loading.then(
      () => (this.#loading = undefined),
      () => (this.#loading = undefined),
    );
    return loading;
  }

  async #load(): Promise<IteratorResult<Item, undefined>> {
    for (;;) {
      const { done, value } = await this.#pages.next();
      if (done) return { done: true, value: undefined };
      this.#items = value.items;
      this.#index = 0;
      if (this.#items.length > 0) return { done: false, value: this.#items[this.#index++] as Item };
    }
  }

  async return(): Promise<IteratorResult<Item, undefined>> {
    this.#items = [];
    await this.#pages.return?.();
    return { done: true, value: undefined };
  }
}
