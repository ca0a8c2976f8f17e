import type { CallOptions, ListOptions, Page, Result, SdkError, TimeInput } from "@org/runtime";
import type { AdapterSession } from "./session.js";

/** The version of the contract below. Facade and adapter must agree on it. */
export const adapterContract = 1;

/** What every provider can filter by: sessions created in [since, until). */
export interface ListRange {
  /** Created at this time or later. */
  readonly since?: TimeInput | undefined;
  /** Created before this time. */
  readonly until?: TimeInput | undefined;
}

/** The pages of an adapter. An interface of its own, because comparing bare async iterables costs the compiler dearly. */
export interface AdapterPages<out Raw, out Fault = SdkError> extends AsyncIterable<
  Result<Page<AdapterSession<Raw>>, Fault>
> {}

/**
 * What a service must do to be a provider. Every method answers with a result and never throws.
 *
 * Run `checkAdapter` of `@org/sessions/conformance` on an implementation.
 */
export interface Adapter<
  Kind extends string = string,
  Raw = unknown,
  ListInput extends ListRange = never,
  GetFault = SdkError,
  ListFault = SdkError,
> {
  readonly contract: typeof adapterContract;
  /** Names the service: `kore-xo`. */
  readonly kind: Kind;
  /** True where a listing without `since` would not list everything: `sessions.all.list` then demands it. */
  readonly needsSince: boolean;
  /** True where the service has no such operation, and another one stands in for it. */
  readonly getIsDerived: boolean;
  /** The provider's own client, for what the facade cannot do. */
  readonly client: unknown;
  get(id: string, options?: CallOptions): Promise<Result<AdapterSession<Raw>, GetFault>>;
  /** Page by page in the service's own order; ends after the last page or after a failure. */
  list(input: ListInput, options?: ListOptions): AdapterPages<Raw, ListFault>;
}

/** What an adapter has in addition if its service can create sessions. */
export interface CreatingAdapter<Raw, CreateInput, Fault = SdkError> {
  create(input: CreateInput, options?: CallOptions): Promise<Result<AdapterSession<Raw>, Fault>>;
}
