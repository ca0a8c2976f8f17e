import {
  createKoreAgentPlatform,
  type AppSession,
  type AppSessionCreation,
  type AuthProfile,
  type CreateAppSessionError,
  type KoreAgentPlatform,
  type KoreAgentPlatformOptions,
  type ListAppSessionsError,
  type ListAppSessionsInput,
  type ReadySession,
  type SessionAwaitingAuthorization,
  type SessionIdentity,
} from "@org/kore-agent-platform";
import { checkFieldNames, checkText, ConfigurationError, refused, type CallOptions, type Result } from "@org/runtime";
import { adapterContract, type Adapter, type CreatingAdapter, type ListRange } from "./adapter.js";
import { SessionNotFoundError } from "./errors/session-not-found-error.js";
import { mapPages } from "./map-pages.js";
import { mapResult } from "./map-result.js";
import { isInRange, readRange, toWireTime, type InstantRange } from "./range.js";
import type { AdapterSession, PendingAuthorization } from "./session.js";

/** Options of {@link koreAgentPlatform}: those of the provider's client, the app and its environment. */
export interface AgentPlatformProviderOptions extends KoreAgentPlatformOptions {
  /** The app whose sessions these are: `aa-…`. */
  readonly appId: string;
  /** Name of the environment, exactly as it was configured: `production`. */
  readonly envName: string;
}

interface CreateFields {
  /** Your reference of the user: always begins a new session. */
  readonly user?: string | undefined;
  /** Your reference of the session: finds it, or creates one. */
  readonly reference?: string | undefined;
  /** Identities as the service takes them, in addition. */
  readonly sessionIdentity?: readonly SessionIdentity[] | undefined;
  /** The system that asks; session logs can be filtered by it. */
  readonly source?: string | undefined;
}

/** What creating a session must say: at least one of `user`, `reference` and `sessionIdentity`. */
export type AgentPlatformCreateInput = CreateFields &
  (
    | { readonly user: string }
    | { readonly reference: string }
    | { readonly sessionIdentity: readonly SessionIdentity[] }
  );

/** Which sessions to list. The range is given to the service and, since its bounds are not documented, applied here too. */
export interface AgentPlatformListInput extends ListRange {
  /** Your reference of the user. */
  readonly user?: string | undefined;
  readonly sessionId?: string | undefined;
  /** Reserved by the service, which ignores it. */
  readonly filters?: ListAppSessionsInput["filters"];
  /** Sessions to skip. */
  readonly offset?: number | undefined;
}

/** The service's record: a row of a listing, or the whole answer to a create. */
export type AgentPlatformRaw = AppSession | ReadySession["raw"] | SessionAwaitingAuthorization["raw"];

/** Kore.ai Agent Platform as a provider. `get` is derived: it lists with the id. */
export interface AgentPlatformProvider
  extends
    Adapter<
      "kore-agent-platform",
      AgentPlatformRaw,
      AgentPlatformListInput,
      ListAppSessionsError | SessionNotFoundError,
      ListAppSessionsError
    >,
    CreatingAdapter<AgentPlatformRaw, AgentPlatformCreateInput, CreateAppSessionError> {
  readonly needsSince: false;
  readonly getIsDerived: true;
  readonly client: KoreAgentPlatform;
}

/**
 * Makes the provider.
 *
 * @throws {ConfigurationError} for a missing or impossible option, naming it.
 */
export function koreAgentPlatform(options: AgentPlatformProviderOptions): AgentPlatformProvider {
  const { appId, envName, ...clientOptions } = options ?? {};
  const client = createKoreAgentPlatform(clientOptions);
  checkText("appId", appId, "it is the id of the app");
  checkText("envName", envName, "it is the name of the environment");
  const listed = (session: AppSession): AdapterSession<AgentPlatformRaw> => ({
    ...fieldsOf(session, appId),
    raw: session,
  });
  return {
    contract: adapterContract,
    kind: "kore-agent-platform",
    needsSince: false,
    getIsDerived: true,
    client,
    create: async (input, callOptions) => {
      const problem = refused("create", () => checkIdentity(input));
      if (problem) return problem;
      const { user, reference, sessionIdentity = [], source } = input;
      const identities: SessionIdentity[] = [
        ...(user === undefined ? [] : [{ type: "userReference", value: user }]),
        ...(reference === undefined ? [] : [{ type: "sessionReference", value: reference }]),
        ...sessionIdentity,
      ];
      const result = await client.createAppSession.safe(
        { appId, envName, sessionIdentity: identities, source },
        callOptions,
      );
      return mapResult<AppSessionCreation, AdapterSession<AgentPlatformRaw>, CreateAppSessionError>(
        result,
        (created) => ({
          ...fieldsOf(created.session, appId),
          ...(created.pendingAuthorization.length > 0 && {
            pendingAuthorization: created.pendingAuthorization.map(toPending),
          }),
          raw: created.raw,
        }),
      );
    },
    get: async (sessionId, callOptions) => {
      const found = await findOne(client, { appId, envName, sessionId }, callOptions);
      return mapResult(found, listed);
    },
    list: (input, listOptions) => {
      let range: InstantRange = { since: undefined, until: undefined };
      const { since, until, user, ...native } = input;
      const filtered = since !== undefined || until !== undefined;
      return mapPages<AppSession, AgentPlatformRaw, ListAppSessionsError>({
        check: () => {
          checkFieldNames("input", input, ["since", "until", "user", "sessionId", "filters", "offset"]);
          range = readRange({ since, until });
        },
        pages: () =>
          client.listAppSessions.safe(
            { ...native, appId, envName, userReference: user, ...(filtered && { date: toDates(range) }) },
            listOptions,
          ),
        toSession: listed,
        ...(filtered && { keep: ({ createdAt }) => isInRange(createdAt, range) }),
      });
    },
  };
}

/**
 * The service wants both bounds; the open side is one that no session can be beyond. It is not documented whether they
 * belong to the range, so it begins a millisecond early; what is too much goes here.
 */
function toDates({ since = 0n, until }: InstantRange): { readonly start: string; readonly end: string } {
  return {
    start: toWireTime(since - 1_000_000n, "down"),
    end: until === undefined ? "9999-12-31T23:59:59.999Z" : toWireTime(until, "up"),
  };
}

async function findOne(
  client: KoreAgentPlatform,
  input: { readonly appId: string; readonly envName: string; readonly sessionId: string },
  options: CallOptions | undefined,
): Promise<Result<AppSession, ListAppSessionsError | SessionNotFoundError>> {
  for await (const result of client.listAppSessions.safe(input, options)) {
    if (!result.ok) return result;
    const session = result.data.items.find(({ sessionId }) => sessionId === input.sessionId);
    if (session) return { ...result, data: session };
    if (result.data.next !== undefined) continue;
    const { attempts, response } = result;
    const error = new SessionNotFoundError("kore-agent-platform", input.sessionId, {
      operation: "listAppSessions",
      attempts,
    });
    return { ok: false, error, attempts, response };
  }
  throw new Error("unreachable: a reading ends with a last page or a failure");
}

function checkIdentity(input: CreateFields): void {
  checkFieldNames("input", input, ["user", "reference", "sessionIdentity", "source"]);
  const { user, reference, sessionIdentity } = input;
  if (
    user === undefined &&
    reference === undefined &&
    (sessionIdentity === undefined || sessionIdentity.length === 0)
  ) {
    throw new ConfigurationError("input", "names nobody; give at least one of user, reference and sessionIdentity");
  }
  for (const [field, value] of Object.entries({ user, reference })) {
    if (value === "") throw new ConfigurationError(`input.${field}`, "must be a non-empty string");
  }
}

type Fields = AppSession | SessionAwaitingAuthorization["session"];

function fieldsOf(session: Fields, appId: string): Omit<AdapterSession<unknown>, "raw"> {
  return {
    id: session.sessionId,
    ...("createdAt" in session && { createdAt: session.createdAt }),
    status: session.status,
    user: session.userReference ?? session.userId,
    agent: { id: appId },
  };
}

function toPending({ url, idpName, isAuthorized, sso_type: ssoType }: AuthProfile): PendingAuthorization {
  return { url, idpName, ssoType, isAuthorized };
}
