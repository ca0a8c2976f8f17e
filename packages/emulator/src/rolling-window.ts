/** So many requests in any span of so many milliseconds. */
export interface Limit {
  readonly requests: number;
  readonly windowMs: number;
}

/** Counts requests against several limits at once. */
export interface RollingWindow {
  /** Counts a request and returns `undefined`; when a limit is used up, returns that limit and when it opens again. */
  take(at: number): { readonly limit: Limit; readonly opensAt: number } | undefined;
}

/** A request made exactly `windowMs` after another one no longer shares its window. Refused requests do not count. */
export function createRollingWindow(limits: readonly Limit[]): RollingWindow {
  const longestMs = Math.max(0, ...limits.map(({ windowMs }) => windowMs));
  let taken: number[] = [];
  return {
    take(at) {
      if (taken[0] !== undefined && taken[0] <= at - longestMs) taken = taken.filter((time) => time > at - longestMs);
      const closed = limits.flatMap((limit) => {
        // The request that must leave the window before another one fits.
        const leaving = taken.at(-limit.requests);
        const opensAt = limit.requests === 0 ? Infinity : leaving === undefined ? at : leaving + limit.windowMs;
        return opensAt > at ? [{ limit, opensAt }] : [];
      });
      if (closed.length > 0) return closed.reduce((last, next) => (next.opensAt > last.opensAt ? next : last));
      if (limits.length > 0) taken.push(at);
      return undefined;
    },
  };
}
