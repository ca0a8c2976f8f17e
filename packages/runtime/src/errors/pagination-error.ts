import { SdkError, isSdkError } from "./sdk-error.js";

/** Why a listing stopped. */
export type PaginationReason = "repeated-position" | "no-progress" | "max-exceeded";

/** A listing that would run for ever, skip rows, or exceed `max`. */
export class PaginationError extends SdkError<{
  readonly reason: PaginationReason;
  readonly resume?: string | undefined;
}> {
  override readonly name = "PaginationError";
  declare readonly reason: PaginationReason;
  /** Goes on after the last complete page, where there is one. */
  declare readonly resume?: string | undefined;
}

export function isPaginationError(value: unknown): value is PaginationError {
  return isSdkError(value) && value.name === "PaginationError";
}
