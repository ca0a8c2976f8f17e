import {
  attachTransport,
  callMethod,
  ConfigurationError,
  isErrorOf,
  listOperation,
  createTransport,
  type CallMethod,
  type ClientOptions,
  type ListOperation,
  type TokenSource,
} from "@org/runtime";
import { checkSpan } from "./check-span.js";
import { explain } from "./explain.js";
import {
  api,
  bindOperations,
  type BotSession,
  type BotSessionList,
  type GetBotSessionsError,
  type KoreXoOperations,
} from "./generated/index.js";
import { jwtSource, type ClientApp } from "./jwt.js";
import { lookUp, type LookUpSessionsInput, type SessionLookUp } from "./look-up.js";
import type { ListSessionsInput } from "./list-range.js";
import { ownOperations } from "./own-operations.js";
import { sessionSource } from "./session-source.js";

/** How the client signs in: a client app whose tokens are minted here, or a token from elsewhere. */
export type XoAuth = ClientApp | { readonly jwt: TokenSource };

/** Options of {@link createKoreXo}. `baseUrl` defaults to the vendor's cloud, `https://platform.kore.ai`. */
export interface KoreXoOptions extends ClientOptions {
  readonly auth: XoAuth;
}

/** A client of the session history of the Kore.ai XO Platform. */
export interface KoreXo extends KoreXoOperations {
  /**
   * Lists the sessions of a range of any length, latest start first.
   *
   * The range is cut into windows that the service accepts, and `until` is frozen at the first page. Every session that
   * began in [since, until) comes once, also when rows move while it is read; a listing that is resumed elsewhere no longer
   * knows the rows that it gave, and may repeat some that moved: remove duplicates by `sessionId`. Paced by the documented
   * rate limits: give `onWait` to what needs more than 1,800 requests an hour, which fails otherwise.
   *
   * Source: https://developer.kore.ai/v10-2/docs/bots/api-guide/sessions-api
   */
  readonly listSessions: ListOperation<ListSessionsInput, BotSession, BotSessionList, GetBotSessionsError>;
  /**
   * Looks up any number of sessions by id, 50 at a time, and tells which ids are invalid.
   *
   * The service tells the tags of a session this way for 14 days only; list a range of dates for older ones.
   */
  readonly lookUpSessions: CallMethod<LookUpSessionsInput, SessionLookUp, GetBotSessionsError>;
}

/**
 * Makes a client. Nothing is sent before the first call.
 *
 * @throws {ConfigurationError} for a missing or impossible option, naming it.
 */
export function createKoreXo(options: KoreXoOptions): KoreXo {
  if (typeof options?.auth !== "object" || options.auth === null) {
    throw new ConfigurationError("auth", "is missing; give { clientId, clientSecret }, or { jwt }");
  }
  const { auth, ...rest } = options;
  const credential =
    "jwt" in auth
      ? { source: auth.jwt, field: "auth.jwt" }
      : { source: jwtSource(auth), field: "auth", singleUse: auth.singleUse };
  const transport = createTransport(api, rest, {
    credential,
    account: "jwt" in auth ? undefined : auth.clientId,
    explain,
    inputChecks: { getBotSessions: checkSpan, getAccountSessions: checkSpan },
  });
  const client: KoreXo = {
    ...bindOperations(transport),
    listSessions: listOperation(sessionSource(transport)),
    lookUpSessions: callMethod(
      (input, callOptions) => lookUp(transport, input, callOptions) as ReturnType<KoreXo["lookUpSessions"]["safe"]>,
      isErrorOf(
        ownOperations.lookUpSessions,
        "getBotSessions",
        "getAccountSessions",
      ) as KoreXo["lookUpSessions"]["isError"],
    ),
  };
  return attachTransport(client, transport);
}
