import { SdkError, isSdkError, type ErrorDetails } from "./sdk-error.js";

/** Why a listing stopped. */
export type PaginationReason = "repeated-position" | "no-progress" | "max-exceeded";

interface PaginationDetails extends ErrorDetails {
  readonly reason: PaginationReason;
  readonly resume?: string | undefined;
}

/** A listing that would run for ever, skip rows, or exceed `max`. */
export class PaginationError extends SdkError {
  override readonly name = "PaginationError";
  declare readonly reason: PaginationReason;
  /** Goes on after the last complete page, where there is one. */
  declare readonly resume?: string | undefined;

  constructor(message: string, details: PaginationDetails) {
    super(message, details);
  }
}

export function isPaginationError(value: unknown): value is PaginationError {
  return isSdkError(value) && value.name === "PaginationError";
}
