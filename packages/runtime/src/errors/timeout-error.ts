import { SdkError, isSdkError } from "./sdk-error.js";

/** Which clock ran out: that of one attempt, that of the whole call, or one of the runtime's own. */
export type TimeoutScope = "attempt" | "total" | "platform";

/** No complete answer in time. The time covers the body, not only the headers. */
export class TimeoutError extends SdkError<{ readonly scope: TimeoutScope; readonly timeoutMs?: number | undefined }> {
  override readonly name = "TimeoutError";
  declare readonly scope: TimeoutScope;
  /** The limit in milliseconds, where it is known. */
  declare readonly timeoutMs?: number | undefined;
}

export function isTimeoutError(value: unknown): value is TimeoutError {
  return isSdkError(value) && value.name === "TimeoutError";
}
