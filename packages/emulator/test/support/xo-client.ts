import type { EmulatorOptions } from "../../src/index.js";
import { post, startEmulator, type Answer, type StartedEmulator } from "./started-emulator.js";

export interface XoCall {
  /** Default: the ready-made token of the bot or, without a bot, of the account. */
  readonly auth?: string;
  /** `null`: account-wide. Default: the first bot. */
  readonly botId?: string | null;
  readonly query?: Record<string, string>;
}

export interface XoRow {
  readonly sessionId: string;
  readonly botId: string;
  readonly userId: string;
  readonly start_time: string;
  readonly end_time?: string;
  readonly sessionStatus?: string;
  readonly sessionType: string;
  readonly containmentType?: string;
  readonly isDeveloper: boolean | number;
  readonly tags: { readonly userTags: readonly { name: string }[]; readonly sessionTags: readonly { name: string }[] };
}

/** Fields of a page and of an error. */
export interface XoBody {
  readonly total: number;
  readonly moreAvailable: boolean;
  readonly sessions: readonly XoRow[];
  readonly invalidSessions: readonly string[];
  readonly errors: readonly [{ readonly msg: string }];
}

export interface XoClient extends StartedEmulator {
  getSessions(body?: unknown, call?: XoCall): Promise<Answer<XoBody>>;
  /** Ids on all pages of one range. */
  listIds(body: object, call?: XoCall): Promise<readonly string[]>;
}

/** Speaks to XO of a new emulator, on the wire. */
export function startXo(options?: EmulatorOptions, start?: string): XoClient {
  const started = startEmulator(options, start);
  const { xo } = started.emulator.credentials;
  const getSessions = (
    body?: unknown,
    { botId = xo.botId, auth, query = {} }: XoCall = {},
  ): Promise<Answer<XoBody>> => {
    const search = Object.keys(query).length === 0 ? "" : `?${new URLSearchParams(query)}`;
    const path = botId === null ? "/api/public/getSessions" : `/api/public/bot/${botId}/getSessions`;
    const headers = { auth: auth ?? (botId === null ? xo.accountToken : xo.token) };
    return started.send(path + search, body === undefined ? { method: "POST", headers } : post(body, headers));
  };
  return {
    ...started,
    getSessions,
    async listIds(body, call) {
      const ids: string[] = [];
      for (;;) {
        const answer = await getSessions({ ...body, skip: ids.length }, call);
        if (answer.status !== 200) throw new Error(answer.text);
        ids.push(...answer.body.sessions.map(({ sessionId }) => sessionId));
        if (answer.body.moreAvailable !== true) return ids;
      }
    },
  };
}
