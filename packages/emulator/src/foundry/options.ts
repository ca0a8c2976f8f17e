/** What the vendor's pages on Foundry sessions leave open. */
export interface FoundryOptions {
  /** Sessions on a page when the request names no `pageSize`. Default: 100. */
  readonly defaultPageSize?: number | undefined;
  /** A larger `pageSize` is cut down to this. Default: 100. */
  readonly maxPageSize?: number | undefined;
  /** How long a new session lives, in milliseconds. Default: 24 hours, as between the times of the vendor's sample. */
  readonly sessionLifetimeMs?: number | undefined;
  /** How long a token from the token endpoint lives, in milliseconds. Default: 1 hour. */
  readonly tokenLifetimeMs?: number | undefined;
  /** Whether a session can be created without a body; if not, the answer is `MissingPostBody`. Default: `"optional"`. */
  readonly createBody?: "optional" | "required" | undefined;
  /**
   * Requests that a user may make in any minute; service users have no limit. The vendor states 5,000, counted by each
   * of an unknown number of replicas, so nothing is counted unless a number is given. Default: `Infinity`.
   */
  readonly requestsPerMinute?: number | undefined;
  /** How a request over the limit is answered; only 429 carries `Retry-After`. Default: 429. */
  readonly throttleStatus?: 429 | 503 | undefined;
}

export type FoundrySettings = { readonly [Name in keyof FoundryOptions]-?: NonNullable<FoundryOptions[Name]> };

const HOUR_MS = 3_600_000;

export function foundrySettings(options: FoundryOptions = {}): FoundrySettings {
  return {
    defaultPageSize: options.defaultPageSize ?? 100,
    maxPageSize: options.maxPageSize ?? 100,
    sessionLifetimeMs: options.sessionLifetimeMs ?? 24 * HOUR_MS,
    tokenLifetimeMs: options.tokenLifetimeMs ?? HOUR_MS,
    createBody: options.createBody ?? "optional",
    requestsPerMinute: options.requestsPerMinute ?? Infinity,
    throttleStatus: options.throttleStatus ?? 429,
  };
}
