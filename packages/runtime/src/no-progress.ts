import { PaginationError } from "./errors/pagination-error.js";
import type { Failure, Success } from "./result.js";

/** A good answer that promises more and leads nowhere: followed, it would be for ever. */
export function noProgress(
  operation: string,
  { response, attempts }: Success<unknown>,
  what: string,
): Failure<PaginationError> {
  const error = new PaginationError(`${operation}: the service says that more ${what}`, {
    reason: "no-progress",
    outcome: "rejected",
    operation,
    attempts,
    requestId: response.requestId,
  });
  return { ok: false, error, response, attempts };
}
