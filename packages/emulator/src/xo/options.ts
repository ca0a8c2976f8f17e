/** What the vendor's pages on XO sessions leave open. */
export interface XoOptions {
  /** Sessions on a page when the request names no `limit`. Default: 100. */
  readonly defaultLimit?: number | undefined;
  /** A larger `limit` is cut down to this. Default: 100. */
  readonly maxLimit?: number | undefined;
  /** Whether a session that starts exactly at `dateFrom` is listed. Default: `"inclusive"`. */
  readonly dateFrom?: "inclusive" | "exclusive" | undefined;
  /** Whether a session that starts exactly at `dateTo` is listed. Default: `"inclusive"`. */
  readonly dateTo?: "inclusive" | "exclusive" | undefined;
  /** Which moment a `dateTo` without a time means, in GMT. Default: `"start-of-day"`. */
  readonly dateOnlyTo?: "start-of-day" | "end-of-day" | undefined;
  /** Whether `containmentType` narrows a look-up by ids: it stands in the query, not in the body. Default: `"ignored"`. */
  readonly containmentTypeWithIds?: "ignored" | "applied" | undefined;
  /** What an active session has for `end_time`. Default: `"absent"`. */
  readonly activeEndTime?: "absent" | "null" | undefined;
  /** How `isDeveloper` is written: as in the samples, or as 1 and 0 like in the table. Default: `"boolean"`. */
  readonly isDeveloper?: "boolean" | "number" | undefined;
  /** Whether an app of the account opens the paths of its bots. Default: `"refused"`. */
  readonly accountAppsOnBotPaths?: "refused" | "allowed" | undefined;
  /** Whether each token needs a `jti` that has not been seen before. Default: false. */
  readonly enforceJti?: boolean | undefined;
  /** Requests in any minute, for each bot and for each account's account-wide path. Default: 60. */
  readonly requestsPerMinute?: number | undefined;
  /** Requests in any hour, counted likewise. Default: 1,800. */
  readonly requestsPerHour?: number | undefined;
  /** Whether a 429 carries `Retry-After`, which no page documents. Default: false. */
  readonly retryAfter?: boolean | undefined;
}

export type XoSettings = { readonly [Name in keyof XoOptions]-?: NonNullable<XoOptions[Name]> };

export function xoSettings(options: XoOptions = {}): XoSettings {
  return {
    defaultLimit: options.defaultLimit ?? 100,
    maxLimit: options.maxLimit ?? 100,
    dateFrom: options.dateFrom ?? "inclusive",
    dateTo: options.dateTo ?? "inclusive",
    dateOnlyTo: options.dateOnlyTo ?? "start-of-day",
    containmentTypeWithIds: options.containmentTypeWithIds ?? "ignored",
    activeEndTime: options.activeEndTime ?? "absent",
    isDeveloper: options.isDeveloper ?? "boolean",
    accountAppsOnBotPaths: options.accountAppsOnBotPaths ?? "refused",
    enforceJti: options.enforceJti ?? false,
    requestsPerMinute: options.requestsPerMinute ?? 60,
    requestsPerHour: options.requestsPerHour ?? 1800,
    retryAfter: options.retryAfter ?? false,
  };
}
