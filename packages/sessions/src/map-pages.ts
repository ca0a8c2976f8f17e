import {
  refused,
  unreadable,
  type ConfigurationError,
  type Page,
  type Result,
  type UnreadableResponseError,
} from "@org/runtime";
import type { AdapterSession } from "./session.js";

type Pages<Raw, Fault> = AsyncGenerator<
  Result<Page<AdapterSession<Raw>>, Fault | ConfigurationError | UnreadableResponseError>,
  void
>;

/** What an adapter does with the pages of its provider. */
export interface PageMapping<Item, Raw, Fault> {
  /** Checks the input first; a `ConfigurationError` becomes the listing's failure. */
  readonly check: () => void;
  readonly pages: () => AsyncIterable<Result<Page<Item>, Fault>>;
  readonly toSession: (item: Item) => AdapterSession<Raw>;
  /** Sessions that the service could not filter out. Default: none. */
  readonly keep?: (session: AdapterSession<Raw>) => boolean;
  /** True on the page after which nothing that is wanted can follow. */
  readonly isLast?: (items: readonly Item[]) => boolean;
}

/** Turns a provider's pages into pages of sessions. Totals go where rows are filtered here: they would not be true. */
export async function* mapPages<Item, Raw, Fault>({
  check,
  pages,
  toSession,
  keep,
  isLast,
}: PageMapping<Item, Raw, Fault>): Pages<Raw, Fault> {
  const problem = refused("list", check);
  if (problem) {
    yield problem;
    return;
  }
  for await (const result of pages()) {
    if (!result.ok) {
      yield result;
      return;
    }
    const { items, next, total, ...rest } = result.data;
    let sessions: AdapterSession<Raw>[];
    try {
      sessions = items.map(toSession);
    } catch (cause) {
      yield unreadable("list", result, cause);
      return;
    }
    const kept = keep ? sessions.filter(keep) : sessions;
    const ends = isLast?.(items) === true;
    const page = {
      ...rest,
      items: kept,
      ...(next !== undefined && !ends && { next }),
      ...(total !== undefined && keep === undefined && { total }),
    };
    yield { ...result, data: page };
    if (ends) return;
  }
}
