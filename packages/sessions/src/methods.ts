import type { CallOptions, Listing, ListOptions, Page, Result, SdkError } from "@org/runtime";

/** An input that may be `undefined` may be left out too. */
export type Arguments<Input, Options> = undefined extends Input
  ? [input?: Input, options?: Options | undefined]
  : [input: Input, options?: Options | undefined];

/** A method of a provider in its two styles: throwing, and failures as values. */
export interface SessionMethod<Input, Data, Fault> {
  (...args: Arguments<Input, CallOptions>): Promise<Data>;
  /** The same, with every failure as a value: never throws. */
  safe(...args: Arguments<Input, CallOptions>): Promise<Result<Data, Fault>>;
  /** Is this an error of this SDK? Not of this method alone: the methods of `client` can tell theirs from others. */
  isError(value: unknown): value is SdkError;
}

/** The listing of a provider in its three styles: throwing, one page, and failures as values. */
export interface SessionListing<Input, Item, Fault> {
  (...args: Arguments<Input, ListOptions>): Listing<Item>;
  /** One page: the first, or the one after `options.resume`. */
  page(...args: Arguments<Input, ListOptions>): Promise<Page<Item>>;
  /** All pages, with a failure as the last value: never throws. */
  safe(...args: Arguments<Input, ListOptions>): AsyncIterable<Result<Page<Item>, Fault>>;
  /** Is this an error of this SDK? Not of this method alone: the methods of `client` can tell theirs from others. */
  isError(value: unknown): value is SdkError;
}
