import {
  createKoreXo,
  type BotSession,
  type GetBotSessionsError,
  type KoreXo,
  type KoreXoOptions,
  type ListSessionsInput,
} from "@org/kore-xo";
import { checkFieldNames, checkText, ConfigurationError, type ListOptions, type Page, type Result } from "@org/runtime";
import { adapterContract, type Adapter } from "./adapter.js";
import { SessionNotFoundError } from "./errors/session-not-found-error.js";
import { mapPages } from "./map-pages.js";
import { readRange } from "./range.js";
import type { AdapterSession, SessionTag } from "./session.js";

/** Options of {@link koreXo}: those of the provider's client, and the bot. */
export interface XoProviderOptions extends KoreXoOptions {
  /** The bot whose sessions these are: `st-…`. Without it, all bots of the account; that needs an app of the account. */
  readonly botId?: string | undefined;
}

/** A range and filters. `since` is required, because the service would silently take the last 7 days. */
export interface XoRangeInput extends Omit<ListSessionsInput, "botId"> {
  readonly ids?: undefined;
}

/** Sessions by id. The service would ignore any filter beside them, so there is none. */
export interface XoIdsInput {
  readonly ids: readonly string[];
  readonly since?: undefined;
  readonly until?: undefined;
  readonly containmentType?: undefined;
  readonly sessionType?: undefined;
  readonly userId?: undefined;
  readonly tags?: undefined;
  readonly limit?: undefined;
}

/** Which sessions to list. */
export type XoListInput = XoRangeInput | XoIdsInput;

/** Kore.ai XO Platform as a provider. It cannot create; `get` is derived: it looks one id up. */
export interface XoProvider extends Adapter<
  "kore-xo",
  BotSession,
  XoListInput,
  GetBotSessionsError | SessionNotFoundError,
  GetBotSessionsError
> {
  readonly needsSince: true;
  readonly getIsDerived: true;
  readonly client: KoreXo;
}

/**
 * Makes the provider.
 *
 * @throws {ConfigurationError} for a missing or impossible option, naming it.
 */
export function koreXo(options: XoProviderOptions): XoProvider {
  const { botId, ...clientOptions } = options ?? {};
  const client = createKoreXo(clientOptions);
  if (botId !== undefined) checkText("botId", botId, "leave it out for all bots of the account");
  return {
    contract: adapterContract,
    kind: "kore-xo",
    needsSince: true,
    getIsDerived: true,
    client,
    get: async (id, callOptions) => {
      const result = await client.lookUpSessions.safe({ botId, ids: [id] }, callOptions);
      if (!result.ok) return result;
      const [session] = result.data.sessions;
      if (session) return { ...result, data: toSession(session) };
      const { attempts, response } = result;
      const error = new SessionNotFoundError("kore-xo", id, { operation: "lookUpXoSessions", attempts });
      return { ok: false, error, attempts, response };
    },
    list: (input, listOptions) =>
      mapPages<BotSession, BotSession, GetBotSessionsError>({
        check: () => checkInput(input),
        pages: () => {
          if (input.ids !== undefined) return byIds(client, botId, input.ids, listOptions);
          const { ids: _, ...range } = input;
          return client.listSessions.safe({ ...range, botId }, listOptions);
        },
        toSession,
      }),
  };
}

/** A look-up as a listing of one page. */
async function* byIds(
  client: KoreXo,
  botId: string | undefined,
  ids: readonly string[],
  options: ListOptions | undefined,
): AsyncGenerator<Result<Page<BotSession>, GetBotSessionsError>, void> {
  const result = await client.lookUpSessions.safe({ botId, ids }, options);
  if (!result.ok) {
    yield result;
    return;
  }
  const { response, attempts, data } = result;
  yield { ...result, data: { items: data.sessions, total: data.sessions.length, raw: data, response, attempts } };
}

const fields = ["since", "until", "containmentType", "sessionType", "userId", "tags", "limit", "ids"];

function checkInput(input: XoListInput): void {
  checkFieldNames("input", input, fields);
  const { ids, ...filters } = input;
  if (ids === undefined) {
    if (filters.since === undefined) {
      throw new ConfigurationError(
        "input.since",
        'is missing; without it the service would list the last 7 days only. Give a time such as "2026-02-11", or ids',
      );
    }
    readRange(filters);
    return;
  }
  const [name] = Object.entries(filters).find(([, value]) => value !== undefined) ?? [];
  if (name !== undefined) {
    throw new ConfigurationError(`input.${name}`, "cannot stand beside ids: the service would ignore it");
  }
}

function toSession(raw: BotSession): AdapterSession<BotSession> {
  return {
    id: raw.sessionId,
    createdAt: raw.start_time,
    endedAt: raw.end_time ?? undefined,
    status: raw.sessionStatus,
    user: raw.userId,
    agent: { id: raw.botId },
    messageCount: raw.noOfMessagesExchanged,
    channel: raw.channel,
    languages: raw.session_lang,
    tags: raw.tags && [...tagsOf(raw.tags.sessionTags, "session"), ...tagsOf(raw.tags.userTags, "user")],
    raw,
  };
}

function tagsOf(tags: NonNullable<BotSession["tags"]>["userTags"], scope: SessionTag["scope"]): SessionTag[] {
  return (tags ?? []).map(({ name, value }) => ({ name, value, scope }));
}
