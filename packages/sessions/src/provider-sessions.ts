import {
  callMethod,
  ConfigurationError,
  isSdkError,
  listMethod,
  refused,
  type CallMethod,
  type CallOptions,
  type ListError,
  type ListOperation,
  type Page,
  type Result,
  type SdkError,
} from "@org/runtime";
import type { Adapter, CreatingAdapter, ListRange } from "./adapter.js";
import type { AdapterSession, Session } from "./session.js";
import { toSession } from "./to-session.js";

/** Any adapter, whatever it lists and creates. */
export type AnyAdapter = Adapter<string, unknown, ListRange & never>;

/** The record that an adapter's service keeps of a session. */
export type RawOf<A> = A extends { get(id: string): Promise<Result<AdapterSession<infer Raw>, SdkError>> }
  ? Raw
  : never;
/** What listing takes. */
export type ListInputOf<A> = A extends { list(input: infer Input, ...rest: never[]): unknown } ? Input : never;
/** The session of a provider under its key. */
export type SessionOf<Key extends string, A extends AnyAdapter> = Session<Key, A["kind"], RawOf<A>>;

/** Failures of the services themselves keep their names; see the provider's own error types to narrow further. */
export type SessionsError = ListError | SdkError;

/** What every provider can do. */
export interface ReadableSessions<Key extends string, A extends AnyAdapter> {
  /** The provider's own client, for what the facade cannot do: same address, credential and limits. */
  readonly client: A["client"];
  /** Gets one session by the service's id of it. */
  readonly get: CallMethod<string, SessionOf<Key, A>, SessionsError> & {
    /** True where the service has no such operation: another one stands in for it. */
    readonly derived: A["getIsDerived"];
  };
  /** Lists sessions in the service's own order. */
  readonly list: ListOperation<ListInputOf<A>, SessionOf<Key, A>, unknown, SessionsError> & OptionalInput<Key, A>;
}

/** Listing without an input, where the provider needs none. */
type OptionalInput<Key extends string, A extends AnyAdapter> = A["needsSince"] extends true
  ? unknown
  : { (): ReturnType<ListOperation<ListInputOf<A>, SessionOf<Key, A>, unknown, SessionsError>> };

/** What a provider can do in addition if its service creates sessions. */
export interface CreatableSessions<Key extends string, A extends AnyAdapter, Input> {
  /** Creates a session. Never sent again once the service may have seen it. */
  readonly create: CallMethod<Input, SessionOf<Key, A>, SessionsError> &
    (undefined extends Input ? { (): Promise<SessionOf<Key, A>> } : unknown);
}

/** One provider: what its service can do, and no more. */
export type ProviderSessions<Key extends string, A extends AnyAdapter> = ReadableSessions<Key, A> &
  (A extends { create(input: infer Input, options?: CallOptions): unknown }
    ? CreatableSessions<Key, A, Input>
    : unknown);

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
