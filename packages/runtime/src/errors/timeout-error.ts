import { SdkError, isSdkError, type ErrorDetails } from "./sdk-error.js";

/** Which clock ran out: that of one attempt, that of the whole call, or one of the runtime's own. */
export type TimeoutScope = "attempt" | "total" | "platform";

interface TimeoutDetails extends ErrorDetails {
  readonly scope: TimeoutScope;
  readonly timeoutMs?: number | undefined;
}

/** No complete answer in time. The time covers the body, not only the headers. */
export class TimeoutError extends SdkError {
  override readonly name = "TimeoutError";
  declare readonly scope: TimeoutScope;
  /** The limit in milliseconds, where it is known. */
  declare readonly timeoutMs?: number | undefined;

  constructor(message: string, details: TimeoutDetails) {
    super(message, details);
  }
}

export function isTimeoutError(value: unknown): value is TimeoutError {
  return isSdkError(value) && value.name === "TimeoutError";
}
