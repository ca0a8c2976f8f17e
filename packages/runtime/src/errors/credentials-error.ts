import { SdkError, isSdkError, type ErrorDetails } from "./sdk-error.js";

/** No credential could be had: the token source failed or gave something unusable. The call itself was not sent. */
export class CredentialsError extends SdkError {
  override readonly name = "CredentialsError";
  /** Whether another try may work: true for a token endpoint that could not be reached. */
  declare readonly temporary: boolean;

  constructor(message: string, details?: Partial<ErrorDetails> & { readonly temporary?: boolean }) {
    super(message, { outcome: "notSent", temporary: false, ...details });
  }
}

export function isCredentialsError(value: unknown): value is CredentialsError {
  return isSdkError(value) && value.name === "CredentialsError";
}
