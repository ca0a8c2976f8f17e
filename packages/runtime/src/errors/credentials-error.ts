import { SdkError, isSdkError, type ErrorDetails } from "./sdk-error.js";

/** No credential could be had: the token source failed or gave something unusable. The call itself was not sent. */
export class CredentialsError extends SdkError {
  override readonly name = "CredentialsError";
  /** Whether another try may work: true for a token endpoint that could not be reached. */
  readonly temporary: boolean;

  constructor(
    message: string,
    { temporary = false, ...details }: Partial<ErrorDetails> & { temporary?: boolean } = {},
  ) {
    super(message, { outcome: "notSent", ...details });
    this.temporary = temporary;
  }
}

export function isCredentialsError(value: unknown): value is CredentialsError {
  return isSdkError(value) && value.name === "CredentialsError";
}
