import { CycleGuard } from "./cycle-guard.js";
import type { SdkError } from "./errors/sdk-error.js";
import { refused } from "./map-call.js";
import { noProgress } from "./no-progress.js";
import type { CallOptions, ListOptions } from "./options.js";
import { readResume, resumeWriter } from "./resume.js";
import type { Page, Result } from "./result.js";

/** One page as a source fetches it. `Position` is whatever leads to the next page; it must survive JSON. */
export interface FetchedPage<Item, Raw, Position> {
  readonly items: readonly Item[];
  readonly raw: Raw;
  readonly next?: Position | undefined;
  readonly total?: number | undefined;
}

/** Fetches the page at a position, the first one without. Never throws. */
export type FetchPage<Input, Item, Raw, Position> = (
  input: Input,
  position: Position | undefined,
  options: CallOptions,
) => Promise<Result<FetchedPage<Item, Raw, Position>, SdkError>>;

/** Where the pages of a listing come from. */
export interface PageSource<Input, Item, Raw, Position> {
  /** Operation id, for errors and resume tokens. */
  readonly id: string;
  /** Ids of the operations that it calls, where they are others: their errors are errors of the listing. */
  readonly calls?: readonly string[];
  /** Begins one run through the pages. What it remembers between them is lost when the run is resumed elsewhere. */
  start(): FetchPage<Input, Item, Raw, Position>;
}

/** Reads a source page by page; ends after the last page or after a failure, and never throws. */
export async function* readPages<Input, Item, Raw, Position>(
  source: PageSource<Input, Item, Raw, Position>,
  input: Input,
  options: ListOptions = {},
): AsyncGenerator<Result<Page<Item, Raw>, SdkError>, void> {
  const { resume, ...callOptions } = options;
  const guard = new CycleGuard();
  const fetchPage = source.start();
  const write = resumeWriter(source.id, input);
  let position: Position | undefined;
  let lastResume = resume;
  const problem = refused(source.id, () => {
    if (resume !== undefined) position = readResume(source.id, input, resume) as Position;
  });
  if (problem) {
    yield problem;
    return;
  }
  for (;;) {
    const result = await fetchPage(input, position, callOptions);
    if (!result.ok) {
      yield result;
      return;
    }
    const { next, items, raw, total } = result.data;
    const { response, attempts } = result;
    const token = next === undefined ? undefined : write(next);
    const circling = token !== undefined && guard.repeats(token);
    const page: Page<Item, Raw> = {
      items,
      raw,
      response,
      attempts,
      ...(token !== undefined && !circling && { next: token }),
      ...(total !== undefined && { total }),
    };
    yield { ...result, data: page };
    if (circling) {
      yield noProgress(source.id, result, "points to a page that was read already, so the listing would never end", {
        reason: "repeated-position",
        resume: lastResume,
      });
      return;
    }
    if (next === undefined) return;
    position = next;
    lastResume = token;
  }
}
