import { SdkError, isSdkError, type ErrorDetails } from "./sdk-error.js";

/** What was wrong with an answer of status 2xx. */
export type UnreadableReason = "empty" | "content-type" | "not-json" | "unexpected-content" | "too-large";

/** An answer that says success and cannot be it: empty, HTML, cut off, or something else entirely. */
export class UnreadableResponseError extends SdkError {
  override readonly name = "UnreadableResponseError";
  readonly reason: UnreadableReason;
  readonly status: number;
  /** The first 200 characters of the answer. */
  readonly excerpt: string;

  constructor(message: string, reason: UnreadableReason, status: number, excerpt: string, details: ErrorDetails) {
    super(message, details);
    this.reason = reason;
    this.status = status;
    this.excerpt = excerpt;
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), reason: this.reason, status: this.status, excerpt: this.excerpt };
  }
}

export function isUnreadableResponseError(value: unknown): value is UnreadableResponseError {
  return isSdkError(value) && value.name === "UnreadableResponseError";
}
