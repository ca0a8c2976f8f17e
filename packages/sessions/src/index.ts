export { adapterContract } from "./adapter.js";
export { AllListing } from "./all-listing.js";
export { createSessions } from "./create-sessions.js";
export { ProvidersFailedError } from "./errors/providers-failed-error.js";
export { SessionNotFoundError } from "./errors/session-not-found-error.js";
export { supports } from "./supports.js";
export {
  isAbortError,
  isApiError,
  isConfigurationError,
  isConnectionError,
  isCredentialsError,
  isPaginationError,
  isRateLimitedError,
  isRedirectError,
  isSdkError,
  isTimeoutError,
  isUnreadableResponseError,
} from "@org/runtime";

export type { Adapter, CreatingAdapter, ListRange } from "./adapter.js";
export type { AllListInput, AllListOptions, AllSessions, AnySessionOf, Providers } from "./all.js";
export type { CollectOptions, ProviderPage } from "./all-listing.js";
export type { CheckedProviders, Sessions } from "./create-sessions.js";
export type { ProviderFailure } from "./errors/providers-failed-error.js";
export type {
  AnyAdapter,
  CreatableSessions,
  ListInputOf,
  ProviderSessions,
  RawOf,
  ReadableSessions,
  SessionOf,
  SessionsError,
} from "./provider-sessions.js";
export type { AdapterSession, PendingAuthorization, Session, SessionFields, SessionTag } from "./session.js";
export type { Capability } from "./supports.js";
export type {
  Attempt,
  CallOptions,
  ListOptions,
  Listing,
  Outcome,
  Page,
  Result,
  SdkError,
  TimeInput,
} from "@org/runtime";
