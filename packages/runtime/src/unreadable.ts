import { UnreadableResponseError } from "./errors/unreadable-response-error.js";
import { excerpt } from "./excerpt.js";
import type { Failure, Success } from "./result.js";

/**
 * A good answer that turned out, while it was worked on, not to be what it should be.
 *
 * @param problem what is wrong, or what was thrown over it.
 */
export function unreadable(
  operation: string,
  { data, response, attempts }: Success<unknown>,
  problem: unknown,
): Failure<UnreadableResponseError> {
  const { status, requestId } = response;
  const error = new UnreadableResponseError(problem instanceof Error ? problem.message : String(problem), {
    operation,
    attempts,
    requestId,
    cause: problem,
    reason: "unexpected-content",
    status,
    excerpt: excerpt(JSON.stringify(data) ?? ""),
  });
  return { ok: false, error, response, attempts };
}
