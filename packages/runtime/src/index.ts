export { bindCall, bindListing, isErrorOf, listMethod, listOperation } from "./bind.js";
export { call } from "./call.js";
export { readText, tooLarge } from "./body.js";
export { systemClock } from "./clock.js";
export { AbortError, isAbortError } from "./errors/abort-error.js";
export { ApiError, isApiError } from "./errors/api-error.js";
export { ConfigurationError, isConfigurationError } from "./errors/configuration-error.js";
export { ConnectionError, isConnectionError } from "./errors/connection-error.js";
export { CredentialsError, isCredentialsError } from "./errors/credentials-error.js";
export { PaginationError, isPaginationError } from "./errors/pagination-error.js";
export { RateLimitedError, isRateLimitedError } from "./errors/rate-limited-error.js";
export { RedirectError, isRedirectError } from "./errors/redirect-error.js";
export { SdkError, isSdkError } from "./errors/sdk-error.js";
export { TimeoutError, isTimeoutError } from "./errors/timeout-error.js";
export { UnreadableResponseError, isUnreadableResponseError } from "./errors/unreadable-response-error.js";
export { checkFieldNames, checkOptions, checkText } from "./check-fields.js";
export { compareInstants, parseInstant, toInstant } from "./instant.js";
export { itemsOf } from "./listing.js";
export { noProgress } from "./no-progress.js";
export { attachTransport, transportOf } from "./attach.js";
export { callMethod, mapCall, refused } from "./map-call.js";
export { unreadable } from "./unreadable.js";
export { Reading } from "./reading.js";
export { signedFetch } from "./signed-fetch.js";
export { pageGuard } from "./page-guard.js";
export { pace } from "./pacing.js";
export { createTransport } from "./transport.js";

export type { ListOperation } from "./bind.js";
export type { OptionRule } from "./check-fields.js";
export type { Clock } from "./clock.js";
export type { CredentialOptions, Token, TokenRequest, TokenSource } from "./credentials.js";
export type { ApiErrorDetails } from "./errors/api-error.js";
export type {
  BadRequestError,
  CallError,
  ConflictError,
  ForbiddenError,
  InternalServerError,
  ListError,
  NotFoundError,
  PayloadTooLargeError,
  ServiceUnavailableError,
  StatusError,
  UnauthorizedError,
  UnprocessableEntityError,
  UnrecognizedApiError,
  UnsupportedMediaTypeError,
} from "./errors/call-error.js";
export type { PaginationReason } from "./errors/pagination-error.js";
export type { ErrorDetails } from "./errors/sdk-error.js";
export type { TimeoutScope } from "./errors/timeout-error.js";
export type { UnreadableReason } from "./errors/unreadable-response-error.js";
export type { TimeInput } from "./instant.js";
export type { Listing } from "./listing.js";
export type { FetchedPage, FetchPage, PageSource } from "./page-source.js";
export type { CallMethod } from "./map-call.js";
export type { Middleware, MiddlewareContext } from "./middleware.js";
export type { ApiDescriptor, InputRule, Operation, Pagination, RateLimit, Shape } from "./operation.js";
export type { CallOptions, ClientOptions, FetchLike, ListOptions, RetryPolicy, Unrecognized, Wait } from "./options.js";
export type { Transport, TransportOptions } from "./transport.js";
export type { Attempt, Failure, Outcome, Page, ResponseInfo, Result, Success } from "./result.js";
