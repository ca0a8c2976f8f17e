import { SdkError, isSdkError } from "./sdk-error.js";

/**
 * The service answered with a redirect. None is ever followed: `fetch` would carry the API key to another origin and
 * turn a POST into a GET.
 */
export class RedirectError extends SdkError<{ readonly status: number; readonly targetOrigin: string | undefined }> {
  override readonly name = "RedirectError";
  /** 0 in browsers, which hide it. */
  declare readonly status: number;
  /** Origin of the target, where it can be read. */
  declare readonly targetOrigin: string | undefined;
}

export function isRedirectError(value: unknown): value is RedirectError {
  return isSdkError(value) && value.name === "RedirectError";
}
