/**
 * What a failed call left behind: `notSent` means the service never saw it, `rejected` that it refused and did nothing,
 * `unknown` that it may have acted.
 */
export type Outcome = "notSent" | "rejected" | "unknown";

/** One try of a call. */
export interface Attempt {
  /** 1 for the first. */
  readonly number: number;
  /** When it was sent, in milliseconds since the epoch. */
  readonly sentAt: number;
  readonly durationMs: number;
  /** How long the client waited before it, in milliseconds. */
  readonly waitedMs: number;
  /** Why it was sent. */
  readonly why: string;
  /** Status of the answer, if there was one. */
  readonly status?: number;
  /** What happened instead of an answer. */
  readonly cause?: string;
}

/** What came with an answer. */
export interface ResponseInfo {
  readonly status: number;
  readonly headers: Headers;
  /** The service's id of this request, where it gives one. */
  readonly requestId: string | undefined;
}

/** A call that worked. */
export interface Success<out Data> {
  readonly ok: true;
  readonly data: Data;
  readonly error?: undefined;
  readonly response: ResponseInfo;
  readonly attempts: readonly Attempt[];
}

/** A call that failed. */
export interface Failure<out Fault> {
  readonly ok: false;
  readonly data?: undefined;
  readonly error: Fault;
  /** Absent when no answer came. */
  readonly response?: ResponseInfo;
  readonly attempts: readonly Attempt[];
}

/** What `.safe` gives: every failure as a value. */
export type Result<Data, Fault> = Success<Data> | Failure<Fault>;

/** One page of a listing. */
export interface Page<out Item, out Raw = unknown> {
  readonly items: readonly Item[];
  /** Give it as `resume` to go on after this page, in another process too. Absent on the last page. */
  readonly next?: string;
  /** Number of matching items, where the service tells it. */
  readonly total?: number;
  /** The answer as it came; where several answers make a page, what was made of them. */
  readonly raw: Raw;
  readonly response: ResponseInfo;
  readonly attempts: readonly Attempt[];
}
