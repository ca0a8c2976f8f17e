import {
  callMethod,
  checkFieldNames,
  ConfigurationError,
  isSdkError,
  refused,
  type ListOptions,
  type Page,
  type Result,
  type SdkError,
  type TimeInput,
} from "@org/runtime";
import type { Adapter, ListRange } from "./adapter.js";
import { AllListing } from "./all-listing.js";
import type { ProviderFailure } from "./errors/providers-failed-error.js";
import type { Arguments, SessionMethod } from "./methods.js";
import type { AnyAdapter, GetFaultOf, SessionOf } from "./provider-sessions.js";
import { readRange } from "./range.js";
import { parseRef } from "./ref.js";
import type { AdapterSession, Session } from "./session.js";
import { toSession } from "./to-session.js";

/** The providers of a facade, by key. */
export type Providers = Readonly<Record<string, AnyAdapter>>;
/** A session of any of the providers: `kind` and `provider` tell which. */
export type AnySessionOf<P extends Providers> = { [Key in keyof P & string]: SessionOf<Key, P[Key]> }[keyof P & string];

/** A range, whose beginning must be given if one of the providers would otherwise leave sessions out. */
export type AllListInput<P extends Providers> = true extends P[keyof P]["needsSince"]
  ? BoundedRange
  : ListRange | undefined;

/** A range with a beginning. */
export interface BoundedRange extends ListRange {
  readonly since: TimeInput;
}

/** Options of a listing over all providers. */
export interface AllListOptions<Key extends string = string> extends Omit<ListOptions, "resume"> {
  /** Told when a provider fails. With it the listing ends quietly; without, it throws once the others are done. */
  readonly onProviderError?: ((failure: ProviderFailure<Key>) => void) | undefined;
}

/** What can be done over all providers. */
export interface AllSessions<P extends Providers> {
  /** Gets one session by its `ref`. */
  readonly get: SessionMethod<
    `${keyof P & string}:${string}` | (string & {}),
    AnySessionOf<P>,
    GetFaultOf<P[keyof P & string]> | ConfigurationError
  >;
  /**
   * Lists the sessions of all providers side by side, a page of each in turn and each in its own order; there is no order
   * over all of them in bounded memory. `toArray({ sort })` sorts what it collected.
   *
   * One provider's failure hides nothing: the others are read to their end, `failures` names it, and then the iteration
   * throws a `ProvidersFailedError` (an `AggregateError`), unless `onProviderError` was given.
   */
  list(...args: Arguments<AllListInput<P>, AllListOptions<keyof P & string>>): AllListing<AnySessionOf<P>>;
}

type LooseAdapter = Adapter<string, unknown, ListRange>;

/** Makes `sessions.all`. */
export function allSessions(providers: Readonly<Record<string, AnyAdapter>>): object {
  const adapters = Object.entries(providers as unknown as Record<string, LooseAdapter>);
  const keys = Object.keys(providers);
  return {
    get: callMethod<string, Session, SdkError>(async (ref, options) => {
      let target: ReturnType<typeof parseRef> | undefined;
      const problem = refused("all.get", () => (target = parseRef(ref, keys)));
      const [key, adapter] = adapters.find(([name]) => name === target?.key) ?? [];
      if (problem || key === undefined || adapter === undefined || target === undefined)
        return problem as Result<never, SdkError>;
      const result = await adapter.get(target.id, options);
      return result.ok ? { ...result, data: toSession(key, adapter.kind, result.data) } : result;
    }, isSdkError),
    list: (input: ListRange = {}, { onProviderError, ...options }: AllListOptions = {}) =>
      new AllListing<Session>({
        signal: options.signal,
        onProviderError,
        check: () => checkInput(input, adapters),
        start: (signal) =>
          adapters.map(([key, adapter]) => ({ key, values: pagesOf(key, adapter, input, { ...options, signal }) })),
      }),
  };
}

function checkInput(input: ListRange, adapters: readonly (readonly [string, LooseAdapter])[]): void {
  for (const name of Object.keys(input ?? {})) {
    if (name !== "since" && name !== "until") {
      throw new ConfigurationError(
        `input.${name}`,
        "is not common to all providers; list them by since and until, or list one provider",
      );
    }
  }
  checkFieldNames("input", input, ["since", "until"]);
  readRange(input);
  const [key] = adapters.find(([, adapter]) => adapter.needsSince) ?? [];
  if (key !== undefined && input.since === undefined) {
    throw new ConfigurationError(
      "input.since",
      `is missing; without it ${key} would list its last 7 days only. Give a time such as "2026-02-11"`,
    );
  }
}

async function* pagesOf(
  key: string,
  adapter: LooseAdapter,
  input: ListRange,
  options: ListOptions,
): AsyncGenerator<Result<Page<Session>, SdkError>, void> {
  try {
    for await (const result of adapter.list(input, options)) {
      yield result.ok
        ? {
            ...result,
            data: {
              ...result.data,
              items: result.data.items.map((item: AdapterSession<unknown>) => toSession(key, adapter.kind, item)),
            },
          }
        : result;
    }
  } catch (cause) {
    // An adapter that breaks its contract is that provider's failure, and must not hide the sessions of the others.
    const error = new ConfigurationError(`providers.${key}`, "threw where an adapter must answer with a failure", {
      outcome: "unknown",
      operation: "all.list",
      cause,
    });
    yield { ok: false, error, attempts: [] };
  }
}
