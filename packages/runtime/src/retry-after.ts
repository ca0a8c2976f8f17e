const day = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? ";
/** The last moment that a `Date` can hold: a wait until then is no wait at all, but must not become a short one. */
const latest = 8.64e15;
const httpDate = new RegExp(`^${day}`);

/**
 * Reads a `Retry-After` header: whole seconds, or one of the three spellings of an HTTP date.
 *
 * @returns when to try again, in milliseconds since the epoch, never before `now`; `undefined` for anything else, so
 *   that garbage leads to the client's own backoff rather than to no wait at all.
 */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  const text = value?.trim() ?? "";
  if (/^\d+$/.test(text)) {
    return Math.min(now + Number(text) * 1000, latest);
  }
  if (!httpDate.test(text)) return undefined;
  // The oldest spelling names no zone and means GMT; Date.parse would take it as local time.
  const at = Date.parse(/GMT$/i.test(text) ? text : `${text} GMT`);
  return Number.isNaN(at) ? undefined : Math.max(at, now);
}
