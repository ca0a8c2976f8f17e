import { UnreadableResponseError } from "./errors/unreadable-response-error.js";
import { excerpt } from "./excerpt.js";
import type { Failure, Success } from "./result.js";

/** A good answer that turned out, while it was worked on, not to be what it should be. */
export function unreadable(
  operation: string,
  answer: Success<unknown>,
  cause: unknown,
): Failure<UnreadableResponseError> {
  const { data, response, attempts } = answer;
  const { status, requestId } = response;
  const problem = cause instanceof Error ? cause.message : String(cause);
  const error = new UnreadableResponseError(`${operation}: the service answered ${status}, but ${problem}`, {
    outcome: "unknown",
    operation,
    attempts,
    requestId,
    cause,
    reason: "unexpected-content",
    status,
    excerpt: excerpt(JSON.stringify(data) ?? ""),
  });
  return { ok: false, error, response, attempts };
}
