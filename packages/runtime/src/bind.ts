import { call } from "./call.js";
import { callMethod } from "./map-call.js";
import { isSdkError, type SdkError } from "./errors/sdk-error.js";
import { firstPage, listingOf, type Listing } from "./listing.js";
import { readPages, type PageSource } from "./page-source.js";
import type { Operation } from "./operation.js";
import type { ListOptions } from "./options.js";
import { operationSource } from "./operation-source.js";
import { Reading } from "./reading.js";
import type { Page, Result } from "./result.js";
import type { Transport } from "./transport.js";

/** A listing in its three styles: throwing, one page, and failures as values. */
export interface ListOperation<Input, Item, Raw, Fault> {
  (input: Input, options?: ListOptions): Listing<Item, Raw>;
  page(input: Input, options?: ListOptions): Promise<Page<Item, Raw>>;
  safe(input: Input, options?: ListOptions): AsyncIterable<Result<Page<Item, Raw>, Fault>>;
  isError(value: unknown): value is Fault;
}

/** Makes the method of an operation: throwing when called, never throwing as `.safe`. */
export function bindCall<Method>(transport: Transport, operation: Operation): Method {
  return callMethod(
    (input: unknown, options) => call(transport, operation, input, options),
    isErrorOf(operation.id),
  ) as Method;
}

/** Makes the method of an operation that lists. */
export function bindListing<Method>(transport: Transport, operation: Operation): Method {
  return listOperation(operationSource(transport, operation)) as Method;
}

/** Makes a listing method of any source of pages. */
export function listOperation<Input, Item, Raw, Fault, Position>(
  source: PageSource<Input, Item, Raw, Position>,
): ListOperation<Input, Item, Raw, Fault> {
  return listMethod<Input, Item, Raw, Fault>(
    source.id,
    (input, options) => readPages(source, input, options) as AsyncIterable<Result<Page<Item, Raw>, Fault>>,
    isErrorOf(source.id, ...(source.calls ?? [])) as unknown as (value: unknown) => value is Fault,
  );
}

/** Makes the three styles of a listing from the one that never throws. */
export function listMethod<Input, Item, Raw, Fault>(
  id: string,
  results: (input: Input, options: ListOptions | undefined) => AsyncIterable<Result<Page<Item, Raw>, Fault>>,
  isError: (value: unknown) => value is Fault,
): ListOperation<Input, Item, Raw, Fault> {
  type PageResult = Result<Page<Item, Raw>, Fault>;
  const read = <Taken>(input: Input, options: ListOptions | undefined, take: (result: PageResult) => Taken) =>
    new Reading(options?.signal, (signal) => results(input, { ...options, signal }), take);
  const pages = (input: Input, options?: ListOptions): Reading<PageResult, Page<Item, Raw>> =>
    read(input, options, pageOf);
  const plain = (input: Input, options?: ListOptions): Listing<Item, Raw> => listingOf(id, () => pages(input, options));
  return Object.assign(plain, {
    page: (input: Input, options?: ListOptions) => firstPage(pages(input, options)),
    safe: (input: Input, options?: ListOptions) => read(input, options, (result) => result),
    isError,
  });
}

/** The page of a result, or its failure thrown. */
function pageOf<Item, Raw>(result: Result<Page<Item, Raw>, unknown>): Page<Item, Raw> {
  if (!result.ok) throw result.error;
  return result.data;
}

/** Recognizes the errors of an operation, and of those that it calls. */
export const isErrorOf =
  (...ids: readonly string[]) =>
  (value: unknown): value is SdkError =>
    isSdkError(value) && value.operation !== undefined && ids.includes(value.operation);
