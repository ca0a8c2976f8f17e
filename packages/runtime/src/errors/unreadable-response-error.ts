import { SdkError, isSdkError, type ErrorDetails } from "./sdk-error.js";

/** What was wrong with an answer of status 2xx. */
export type UnreadableReason = "empty" | "content-type" | "not-json" | "unexpected-content" | "too-large";

interface UnreadableDetails extends Omit<ErrorDetails, "outcome"> {
  readonly reason: UnreadableReason;
  readonly status: number;
  /** The first 200 characters of the answer. */
  readonly excerpt: string;
}

/** An answer that says success and cannot be it: empty, HTML, cut off, or something else entirely. */
export class UnreadableResponseError extends SdkError {
  override readonly name = "UnreadableResponseError";
  declare readonly reason: UnreadableReason;
  declare readonly status: number;
  /** The first 200 characters of the answer. */
  declare readonly excerpt: string;

  /** @param problem ends the sentence "the service answered 200, but …". */
  constructor(problem: string, details: UnreadableDetails) {
    const { operation, status } = details;
    const known = { ...details, outcome: "unknown" } as const;
    super(`${operation}: the service answered ${status}, but ${problem}`, known);
  }
}

export function isUnreadableResponseError(value: unknown): value is UnreadableResponseError {
  return isSdkError(value) && value.name === "UnreadableResponseError";
}
