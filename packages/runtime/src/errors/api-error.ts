import { SdkError, isSdkError, type ErrorDetails } from "./sdk-error.js";

/** What an {@link ApiError} is made of: what the service said when it refused. */
export interface ApiErrorDetails extends ErrorDetails {
  readonly status: number;
  /** The vendor's error name, documented or not. */
  readonly vendorName?: string | undefined;
  /** The service's own words. */
  readonly vendorMessage?: string | undefined;
  /** The vendor's parameters of a named error. */
  readonly parameters?: unknown;
  /** The answer's body: parsed where it is JSON, else its text (bounded). */
  readonly body?: unknown;
  /** When to try again, in milliseconds since the epoch, where the service or a documented limit tells. */
  readonly retryAt?: number | undefined;
}

/**
 * The service answered with an error. `name` is the vendor's error name where the operation declares it, the name of
 * the status where the service has no names, and `UnrecognizedApiError` for anything undocumented.
 */
export class ApiError extends SdkError {
  override readonly name: string;
  declare readonly status: number;
  /** The vendor's error name, documented or not. */
  declare readonly vendorName: string | undefined;
  /** The service's own words. */
  declare readonly vendorMessage: string | undefined;
  /** The vendor's parameters of a named error. */
  declare readonly parameters: unknown;
  /** The answer's body: parsed where it is JSON, else its text (bounded). */
  declare readonly body: unknown;
  /** When to try again, in milliseconds since the epoch, where the service or a documented limit tells. */
  declare readonly retryAt: number | undefined;

  constructor(name: string, message: string, details: ApiErrorDetails) {
    super(message, details);
    this.name = name;
  }
}

/** Did the service answer with an error, of this name if one is given? */
export function isApiError(value: unknown, name?: string): value is ApiError {
  return isSdkError(value) && "vendorName" in value && (name === undefined || value.name === name);
}
