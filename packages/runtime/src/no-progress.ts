import { PaginationError, type PaginationReason } from "./errors/pagination-error.js";
import type { Failure, Success } from "./result.js";

/** A good answer whose way on leads nowhere: followed, it would be for ever. */
export function noProgress(
  operation: string,
  { response, attempts }: Success<unknown>,
  problem: string,
  further?: { readonly reason: PaginationReason; readonly resume: string | undefined },
): Failure<PaginationError> {
  const error = new PaginationError(`${operation}: the service ${problem}`, {
    reason: "no-progress",
    outcome: "rejected",
    operation,
    attempts,
    requestId: response.requestId,
    ...further,
  });
  return { ok: false, error, response, attempts };
}
