import { ApiError, type ApiErrorDetails } from "./api-error.js";
import { isSdkError } from "./sdk-error.js";

interface RateLimitedFields {
  readonly limitedBy: "service" | "client";
}

/**
 * Too many requests: the service said so (429), or a documented limit would make this call wait longer than it may.
 * Nothing was done.
 */
export class RateLimitedError extends ApiError<RateLimitedFields> {
  declare readonly name: "RateLimited";
  /** `service`: it answered 429. `client`: the call was held back to keep within the documented limit. */
  declare readonly limitedBy: "service" | "client";

  constructor(message: string, details: ApiErrorDetails & RateLimitedFields) {
    super("RateLimited", message, { vendorName: undefined, ...details });
  }
}

export function isRateLimitedError(value: unknown): value is RateLimitedError {
  return isSdkError(value) && value.name === "RateLimited";
}
