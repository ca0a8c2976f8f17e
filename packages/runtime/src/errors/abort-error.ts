import { SdkError, isSdkError } from "./sdk-error.js";

/** The caller's signal aborted the call; its reason is the `cause`. `name` is what the platform uses too. */
export class AbortError extends SdkError {
  override readonly name = "AbortError";
}

export function isAbortError(value: unknown): value is AbortError {
  return isSdkError(value) && value.name === "AbortError";
}
