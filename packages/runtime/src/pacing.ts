import { RateLimitedError } from "./errors/rate-limited-error.js";
import type { ErrorDetails } from "./errors/sdk-error.js";
import type { SortedInput } from "./input.js";
import type { Operation } from "./operation.js";
import { sharedRateWindow } from "./rate-limits.js";
import { marginMs, type Place } from "./rate-window.js";
import type { Transport } from "./transport.js";

/** Without `onWait`, nobody would know why a call takes longer than this: a whole window of a minute. */
export const longestSilentWaitMs = 60_000 + marginMs;

/** What pacing needs of the call that is paced. */
export interface Paced {
  /** Whether somebody is told of waits. */
  readonly mayWaitLong: boolean;
  readonly details: () => ErrorDetails;
  readonly wait: (waitMs: number) => Promise<void>;
}

/**
 * Waits for the call's turn, where its operation has a limit that the client keeps to. Generated into the descriptor of an
 * API that has such limits, so that no other client carries the code.
 *
 * @returns the place taken, to be told when the answer has come.
 * @throws {RateLimitedError} with `retryAt`, where the wait would be long and silent.
 */
export async function pace(
  { api, baseUrl, clock, inside }: Transport,
  { id, rateLimits = [] }: Operation,
  { path, query, body }: SortedInput,
  { mayWaitLong, details, wait }: Paced,
): Promise<Place> {
  const per = rateLimits[0]?.per ?? "";
  const counted = { ...body, ...query, ...path }[per] ?? `${per} ${inside().provider.account ?? ""}`;
  const place = sharedRateWindow(
    `${api.name} ${new URL(baseUrl).origin} ${String(counted)}`,
    rateLimits,
    clock,
  ).enter();
  try {
    for (let waitMs = place.waitMs(); waitMs > 0; waitMs = place.waitMs()) {
      if (waitMs > longestSilentWaitMs && !mayWaitLong) {
        const retryAt = clock.now() + waitMs;
        const when = new Date(retryAt).toISOString();
        throw new RateLimitedError(
          `${id}: the documented rate limit leaves room at ${when}; set onWait to wait that long`,
          {
            ...details(),
            status: 429,
            retryAt,
            limitedBy: "client",
          },
        );
      }
      await wait(waitMs);
    }
    return place;
  } catch (thrown) {
    place.leave();
    throw thrown;
  }
}
