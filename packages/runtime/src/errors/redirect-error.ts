import { SdkError, isSdkError, type ErrorDetails } from "./sdk-error.js";

/**
 * The service answered with a redirect. None is ever followed: `fetch` would carry the API key to another origin and
 * turn a POST into a GET.
 */
export class RedirectError extends SdkError {
  override readonly name = "RedirectError";
  /** 0 in browsers, which hide it. */
  readonly status: number;
  /** Origin of the target, where it can be read. */
  readonly targetOrigin: string | undefined;

  constructor(message: string, status: number, targetOrigin: string | undefined, details: ErrorDetails) {
    super(message, details);
    this.status = status;
    this.targetOrigin = targetOrigin;
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), status: this.status, targetOrigin: this.targetOrigin };
  }
}

export function isRedirectError(value: unknown): value is RedirectError {
  return isSdkError(value) && value.name === "RedirectError";
}
