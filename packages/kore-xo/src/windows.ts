const dayMs = 24 * 60 * 60 * 1000;

/**
 * The service refuses a range of 7 days or more. A day of distance keeps clear of however it counts.
 */
const windowMs = 6 * dayMs;

/** A part of a range: from `from`, up to but not including `to`; in milliseconds since the epoch. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** The newest window of the range from `since` up to, but not including, `to`. */
export function newestWindow(since: number, to: number): Window {
  return { from: Math.max(since, to - windowMs), to };
}

/**
 * The request for a window. It begins a millisecond early, because it is not documented whether the bounds belong to the
 * range: neighbours overlap, and what belongs to a neighbour is left to it.
 */
export function windowRequest({ from, to }: Window): { readonly dateFrom: string; readonly dateTo: string } {
  return { dateFrom: new Date(from - 1).toISOString(), dateTo: new Date(to).toISOString() };
}
