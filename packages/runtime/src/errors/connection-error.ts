import { SdkError, isSdkError, type ErrorDetails } from "./sdk-error.js";

/** The connection could not be made (`notSent`) or broke (`unknown`). */
export class ConnectionError extends SdkError {
  override readonly name = "ConnectionError";
  /** The runtime's code, where it gives one: `ECONNREFUSED`, `UND_ERR_SOCKET`. */
  readonly code: string | undefined;

  constructor(message: string, code: string | undefined, details: ErrorDetails) {
    super(message, details);
    this.code = code;
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), code: this.code };
  }
}

export function isConnectionError(value: unknown): value is ConnectionError {
  return isSdkError(value) && value.name === "ConnectionError";
}
