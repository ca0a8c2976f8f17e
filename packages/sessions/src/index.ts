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

export type { Adapter, AdapterPages, CreatingAdapter, ListRange } from "./adapter.js";
export type { AllListInput, AllListOptions, AllSessions, AnySessionOf, BoundedRange, Providers } from "./all.js";
export type { CollectOptions, ProviderPage } from "./all-listing.js";
export type { NoReservedKeys, Sessions } from "./create-sessions.js";
export type { ProviderFailure } from "./errors/providers-failed-error.js";
export type { SessionListing, SessionMethod } from "./methods.js";
export type {
  AnyAdapter,
  CreatableSessions,
  DerivableMethod,
  GetFaultOf,
  ListFaultOf,
  ListInputOf,
  ProviderSessions,
  RawOf,
  ReadableSessions,
  SessionOf,
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
