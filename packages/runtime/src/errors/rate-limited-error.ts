import { ApiError, type ApiErrorDetails } from "./api-error.js";
import { isSdkError } from "./sdk-error.js";

interface RateLimitedDetails extends ApiErrorDetails {
  readonly limitedBy: "service" | "client";
}

/**
 * Too many requests: the service said so (429), or a documented limit would make this call wait longer than it may.
 * Nothing was done.
 */
export class RateLimitedError extends ApiError {
  declare readonly name: "RateLimited";
  /** `service`: it answered 429. `client`: the call was held back to keep within the documented limit. */
  declare readonly limitedBy: "service" | "client";

  constructor(message: string, details: RateLimitedDetails) {
    super("RateLimited", message, { vendorName: undefined, ...details });
  }
}

export function isRateLimitedError(value: unknown): value is RateLimitedError {
  return isSdkError(value) && value.name === "RateLimited";
}
