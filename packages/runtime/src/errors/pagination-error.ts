import { SdkError, isSdkError, type ErrorDetails } from "./sdk-error.js";

/** Why a listing stopped. */
export type PaginationReason = "repeated-position" | "no-progress" | "max-exceeded";

/** A listing that would run for ever, skip rows, or exceed `max`. */
export class PaginationError extends SdkError {
  override readonly name = "PaginationError";
  readonly reason: PaginationReason;
  /** Goes on after the last complete page, where there is one. */
  readonly resume: string | undefined;

  constructor(message: string, reason: PaginationReason, resume: string | undefined, details: ErrorDetails) {
    super(message, details);
    this.reason = reason;
    this.resume = resume;
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), reason: this.reason, resume: this.resume };
  }
}

export function isPaginationError(value: unknown): value is PaginationError {
  return isSdkError(value) && value.name === "PaginationError";
}
