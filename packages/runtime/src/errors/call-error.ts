import type { AbortError } from "./abort-error.js";
import type { ApiError } from "./api-error.js";
import type { ConfigurationError } from "./configuration-error.js";
import type { ConnectionError } from "./connection-error.js";
import type { CredentialsError } from "./credentials-error.js";
import type { PaginationError } from "./pagination-error.js";
import type { RateLimitedError } from "./rate-limited-error.js";
import type { RedirectError } from "./redirect-error.js";
import type { TimeoutError } from "./timeout-error.js";
import type { UnreadableResponseError } from "./unreadable-response-error.js";

/** An error answer that the description does not list: an unknown name, an undocumented status, a proxy's page. */
export interface UnrecognizedApiError extends ApiError {
  readonly name: "UnrecognizedApiError";
}

/** What any call of any operation can fail with, beside the errors that the operation itself declares. */
export type CallError =
  | AbortError
  | ConfigurationError
  | ConnectionError
  | CredentialsError
  | RateLimitedError
  | RedirectError
  | TimeoutError
  | UnreadableResponseError
  | UnrecognizedApiError;

/** What a listing can fail with. */
export type ListError = CallError | PaginationError;

/** Errors of services that have no error names are named by their status. */
export interface StatusError<Name extends string, Status extends number> extends ApiError {
  readonly name: Name;
  readonly status: Status;
}
export type BadRequestError = StatusError<"BadRequest", 400>;
export type UnauthorizedError = StatusError<"Unauthorized", 401>;
export type ForbiddenError = StatusError<"Forbidden", 403>;
export type NotFoundError = StatusError<"NotFound", 404>;
export type ConflictError = StatusError<"Conflict", 409>;
export type PayloadTooLargeError = StatusError<"PayloadTooLarge", 413>;
export type UnsupportedMediaTypeError = StatusError<"UnsupportedMediaType", 415>;
export type UnprocessableEntityError = StatusError<"UnprocessableEntity", 422>;
export type InternalServerError = StatusError<"InternalServerError", 500>;
export type ServiceUnavailableError = StatusError<"ServiceUnavailable", 503>;
