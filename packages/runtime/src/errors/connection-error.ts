import { SdkError, isSdkError } from "./sdk-error.js";

/** The connection could not be made (`notSent`) or broke (`unknown`). */
export class ConnectionError extends SdkError<{ readonly code: string | undefined }> {
  override readonly name = "ConnectionError";
  /** The runtime's code, where it gives one: `ECONNREFUSED`, `UND_ERR_SOCKET`. */
  declare readonly code: string | undefined;
}

export function isConnectionError(value: unknown): value is ConnectionError {
  return isSdkError(value) && value.name === "ConnectionError";
}
