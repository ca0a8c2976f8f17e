import type { Clock } from "./clock.js";
import type { Middleware } from "./middleware.js";

/** When and how often a call is sent again. Which failures qualify is not a matter of policy: see `Outcome`. */
export interface RetryPolicy {
  /** Tries in all, the first included. Default 3. */
  readonly maxAttempts?: number | undefined;
  /** Upper bound of the first wait, in milliseconds; doubles with each try. Default 500. */
  readonly baseDelayMs?: number | undefined;
  /** No own wait is longer than this, in milliseconds. The service's `Retry-After` may be. Default 8000. */
  readonly maxDelayMs?: number | undefined;
}

/** A wait that a call is about to make. */
export interface Wait {
  /** `retry`: before another try. `rate-limit`: to keep within a documented limit. */
  readonly reason: "retry" | "rate-limit";
  readonly operation: string;
  readonly waitMs: number;
  /** When it ends, in milliseconds since the epoch. */
  readonly until: number;
}

/** Something in an answer that the description does not know. It is passed through all the same. */
export interface Unrecognized {
  readonly operation: string;
  readonly kind: "field" | "value" | "missing";
  /** JSON pointer into the answer. */
  readonly place: string;
  /** The value or the names found, bounded. */
  readonly found: unknown;
}

/** What one call may set for itself, and a client for all its calls. */
export interface CallOptions {
  /** Aborts the call, its waits included. */
  readonly signal?: AbortSignal | undefined;
  /** Longest time for one attempt, body included, in milliseconds. Default 30 000. */
  readonly timeoutMs?: number | undefined;
  /** Longest time for all attempts and the waits between them, in milliseconds. Waits for a rate limit come on top. Default 120 000. */
  readonly totalTimeoutMs?: number | undefined;
  /** Further request headers. The one that carries the credential belongs to `auth`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** `false`: never send again. */
  readonly retry?: RetryPolicy | false | undefined;
  /** Runs around each attempt, the client's before the call's. */
  readonly middleware?: readonly Middleware[] | undefined;
  /** Told before each wait. With it, a wait for a rate limit may take any time; without, over 60 s fails with `retryAt`. */
  readonly onWait?: ((wait: Wait) => void) | undefined;
}

/** Options of a listing. */
export interface ListOptions extends CallOptions {
  /** `next` of a page: goes on after it. The input must be the same. */
  readonly resume?: string | undefined;
}

/** Options of a client: the defaults of its calls, and what belongs to the client alone. */
export interface ClientOptions extends Omit<CallOptions, "signal"> {
  /**
   * Where the service is. A bare host, a trailing slash and the API's own base path are fine. Plain http only to
   * loopback, unless `allowInsecure`.
   */
  readonly baseUrl?: string | URL | undefined;
  /** Replaces the platform's `fetch`: a proxy, an emulator. */
  readonly fetch?: FetchLike | undefined;
  /** Allows plain http to other hosts than loopback, as an emulator in a container network needs. Default false. */
  readonly allowInsecure?: boolean | undefined;
  /** Largest answer that is read, in bytes. Default 64 MiB. */
  readonly maxResponseBytes?: number | undefined;
  /** Told of fields, values and variants that the description does not know. */
  readonly onUnrecognized?: ((unrecognized: Unrecognized) => void) | undefined;
  /** Replaces the machine's clock, for tests. It does not drive the timeouts of requests that are under way. */
  readonly clock?: Clock | undefined;
  /** Replaces `Math.random` in the jitter of waits, for tests. */
  readonly random?: (() => number) | undefined;
}

/** The part of `fetch` that a client uses. */
export type FetchLike = (input: string | Request, init?: RequestInit) => Promise<Response>;
