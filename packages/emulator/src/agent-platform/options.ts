/** What the vendor's pages on Agent Platform sessions leave open. */
export interface AgentPlatformOptions {
  /** Rows on a page of the list. Default: 20. */
  readonly pageSize?: number | undefined;
  /** What `pagination.endIndex` counts from, over all pages. Default: `"zero"`. */
  readonly endIndexFrom?: "zero" | "one" | undefined;
  /**
   * Which identity decides when several are given: `"session-id-first"` by the overview and the newer pages,
   * `"user-reference-first"` by the older page. Default: `"session-id-first"`.
   */
  readonly identityPriority?: "session-id-first" | "user-reference-first" | undefined;
  /**
   * The `sessionReference` of a session that was created by a `userReference` alone: null, as in the newest sample, or
   * the `userReference`, as in the overview. Default: `"null"`.
   */
  readonly unsetSessionReference?: "null" | "user-reference" | undefined;
  /**
   * Which edition of the page the answer to a create follows: the first with `session` alone and status `idle`, or the
   * latest with status `started`, `source`, a greeting and the rules for uploads. Default: `"first"`.
   */
  readonly edition?: "first" | "latest" | undefined;
  /** Whether a session created exactly at `date.start` is listed. Default: `"inclusive"`. */
  readonly dateStart?: "inclusive" | "exclusive" | undefined;
  /** Whether a session created exactly at `date.end` is listed. Default: `"exclusive"`. */
  readonly dateEnd?: "inclusive" | "exclusive" | undefined;
  /** Which moment a `date.end` without a time means, in GMT. Default: `"start-of-day"`. */
  readonly dateOnlyEnd?: "start-of-day" | "end-of-day" | undefined;
  /** Requests that a key may make in any minute. No limit is documented. Default: `Infinity`. */
  readonly requestsPerMinute?: number | undefined;
}

export type AgentPlatformSettings = {
  readonly [Name in keyof AgentPlatformOptions]-?: NonNullable<AgentPlatformOptions[Name]>;
};

export function agentPlatformSettings(options: AgentPlatformOptions = {}): AgentPlatformSettings {
  return {
    pageSize: options.pageSize ?? 20,
    endIndexFrom: options.endIndexFrom ?? "zero",
    identityPriority: options.identityPriority ?? "session-id-first",
    unsetSessionReference: options.unsetSessionReference ?? "null",
    edition: options.edition ?? "first",
    dateStart: options.dateStart ?? "inclusive",
    dateEnd: options.dateEnd ?? "exclusive",
    dateOnlyEnd: options.dateOnlyEnd ?? "start-of-day",
    requestsPerMinute: options.requestsPerMinute ?? Infinity,
  };
}
