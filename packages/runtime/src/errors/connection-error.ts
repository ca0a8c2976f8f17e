import { SdkError, isSdkError, type ErrorDetails } from "./sdk-error.js";

interface ConnectionDetails extends ErrorDetails {
  readonly code: string | undefined;
}

/** The connection could not be made (`notSent`) or broke (`unknown`). */
export class ConnectionError extends SdkError {
  override readonly name = "ConnectionError";
  /** The runtime's code, where it gives one: `ECONNREFUSED`, `UND_ERR_SOCKET`. */
  declare readonly code: string | undefined;

  constructor(message: string, details: ConnectionDetails) {
    super(message, details);
  }
}

export function isConnectionError(value: unknown): value is ConnectionError {
  return isSdkError(value) && value.name === "ConnectionError";
}
