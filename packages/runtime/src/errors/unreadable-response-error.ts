import { SdkError, isSdkError, type ErrorDetails } from "./sdk-error.js";

/** What was wrong with an answer of status 2xx. */
export type UnreadableReason = "empty" | "content-type" | "not-json" | "unexpected-content" | "too-large";

interface UnreadableDetails extends ErrorDetails {
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

  constructor(message: string, details: UnreadableDetails) {
    super(message, details);
  }
}

export function isUnreadableResponseError(value: unknown): value is UnreadableResponseError {
  return isSdkError(value) && value.name === "UnreadableResponseError";
}
