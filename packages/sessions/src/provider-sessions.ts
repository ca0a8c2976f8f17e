import {
  callMethod,
  ConfigurationError,
  isSdkError,
  listMethod,
  refused,
  type CallOptions,
  type Page,
  type Result,
  type SdkError,
} from "@org/runtime";
import type { Adapter, AdapterPages, CreatingAdapter, ListRange } from "./adapter.js";
import type { SessionListing, SessionMethod } from "./methods.js";
import type { AdapterSession, Session } from "./session.js";
import { toSession } from "./to-session.js";

/** Any adapter, whatever it lists, creates and fails with. */
export type AnyAdapter = Adapter;

/** The record that an adapter's service keeps of a session. */
export type RawOf<A> = A extends { list(...args: never): AdapterPages<infer Raw, unknown> } ? Raw : never;
/** What listing takes. */
export type ListInputOf<A extends AnyAdapter> = Parameters<A["list"]>[0];
/** What getting a session can fail with. */
export type GetFaultOf<A> = A extends { get(id: string): Promise<Result<unknown, infer Fault>> } ? Fault : never;
/** What listing can fail with. */
export type ListFaultOf<A> = A extends { list(...args: never): AdapterPages<unknown, infer Fault> } ? Fault : never;
/** The session of a provider under its key. */
export type SessionOf<Key extends string, A extends AnyAdapter> = Session<Key, A["kind"], RawOf<A>>;

/** What every provider can do. */
export interface ReadableSessions<Key extends string, A extends AnyAdapter> {
  /** The provider's own client, for what the facade cannot do: same address, credential and limits. */
  readonly client: A["client"];
  /** Gets one session by the service's id of it. */
  readonly get: DerivableMethod<A["getIsDerived"], SessionOf<Key, A>, GetFaultOf<A>>;
  /** Lists sessions in the service's own order. The input may be left out where the provider needs none. */
  readonly list: SessionListing<
    ListInputOf<A> | (A["needsSince"] extends true ? never : undefined),
    SessionOf<Key, A>,
    ListFaultOf<A>
  >;
}

/** Getting a session by its id. */
export interface DerivableMethod<Derived extends boolean, Data, Fault> extends SessionMethod<string, Data, Fault> {
  /** True where the service has no such operation: another one stands in for it. */
  readonly derived: Derived;
}

/** What a provider can do in addition if its service creates sessions. */
export interface CreatableSessions<Key extends string, A extends AnyAdapter, Input, Fault> {
  /** Creates a session. Never sent again once the service may have seen it. */
  readonly create: SessionMethod<Input, SessionOf<Key, A>, Fault>;
}

/** One provider: what its service can do, and no more. */
export type ProviderSessions<Key extends string, A extends AnyAdapter> = A extends {
  create(input: infer Input, options?: CallOptions): Promise<Result<unknown, infer Fault>>;
}
  ? CreatableSessions<Key, A, Input, Fault> & ReadableSessions<Key, A>
  : ReadableSessions<Key, A>;

type LooseAdapter = Adapter<string, unknown, ListRange> & Partial<CreatingAdapter<unknown, unknown>>;

/** Puts a face on an adapter: both styles of every method, sessions with key and ref. */
export function providerSessions(key: string, adapter: AnyAdapter): object {
  const loose = adapter as unknown as LooseAdapter;
  const name = (raw: AdapterSession<unknown>): Session => toSession(key, adapter.kind, raw);
  const one = (result: Result<AdapterSession<unknown>, SdkError>): Result<Session, SdkError> =>
    result.ok ? { ...result, data: name(result.data) } : result;
  const { create } = loose;
  return {
    client: adapter.client,
    get: Object.assign(
      callMethod<string, Session, SdkError>(
        async (id, options) => refused(`${key}.get`, () => checkId(id)) ?? one(await loose.get(id, options)),
        isSdkError,
      ),
      { derived: adapter.getIsDerived },
    ),
    list: listMethod<ListRange | undefined, Session, unknown, SdkError>(
      `${key}.list`,
      (input, options) => named(loose.list(input ?? {}, options), name),
      isSdkError,
    ),
    ...(create && {
      create: callMethod<unknown, Session, SdkError>(
        async (input, options) => one(await create.call(loose, input, options)),
        isSdkError,
      ),
    }),
  };
}

function checkId(id: unknown): void {
  if (typeof id !== "string" || id === "") {
    throw new ConfigurationError("id", "must be the service's id of a session, a non-empty string");
  }
}

async function* named(
  results: AsyncIterable<Result<Page<AdapterSession<unknown>>, SdkError>>,
  name: (session: AdapterSession<unknown>) => Session,
): AsyncGenerator<Result<Page<Session>, SdkError>, void> {
  for await (const result of results) {
    yield result.ok ? { ...result, data: { ...result.data, items: result.data.items.map(name) } } : result;
  }
}
