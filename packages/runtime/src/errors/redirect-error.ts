import { SdkError, isSdkError, type ErrorDetails } from "./sdk-error.js";

interface RedirectDetails extends ErrorDetails {
  readonly status: number;
  readonly targetOrigin: string | undefined;
}

/**
 * The service answered with a redirect. None is ever followed: `fetch` would carry the API key to another origin and
 * turn a POST into a GET.
 */
export class RedirectError extends SdkError {
  override readonly name = "RedirectError";
  /** 0 in browsers, which hide it. */
  declare readonly status: number;
  /** Origin of the target, where it can be read. */
  declare readonly targetOrigin: string | undefined;

  constructor(message: string, details: RedirectDetails) {
    super(message, details);
  }
}

export function isRedirectError(value: unknown): value is RedirectError {
  return isSdkError(value) && value.name === "RedirectError";
}
