import { SdkError, isSdkError, type ErrorDetails } from "./sdk-error.js";

/** Which clock ran out: that of one attempt, that of the whole call, or one of the runtime's own. */
export type TimeoutScope = "attempt" | "total" | "platform";

/** No complete answer in time. The time covers the body, not only the headers. */
export class TimeoutError extends SdkError {
  override readonly name = "TimeoutError";
  readonly scope: TimeoutScope;
  /** The limit in milliseconds, where it is known. */
  readonly timeoutMs: number | undefined;

  constructor(message: string, scope: TimeoutScope, timeoutMs: number | undefined, details: ErrorDetails) {
    super(message, details);
    this.scope = scope;
    this.timeoutMs = timeoutMs;
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), scope: this.scope, timeoutMs: this.timeoutMs };
  }
}

export function isTimeoutError(value: unknown): value is TimeoutError {
  return isSdkError(value) && value.name === "TimeoutError";
}
