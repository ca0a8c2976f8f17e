import type { EmulatorOptions } from "../../src/index.js";
import { post, startEmulator, type Answer, type StartedEmulator } from "./started-emulator.js";

export interface XoCall {
  /** Default: the ready-made token of the bot or, without a bot, of the account. */
  readonly auth?: string;
  /** `null`: account-wide. Default: the first bot. */
  readonly botId?: string | null;
  readonly query?: Record<string, string>;
}

export interface XoClient extends StartedEmulator {
  getSessions(body?: unknown, call?: XoCall): Promise<Answer>;
  /** Ids on all pages of one range. */
  listIds(body: object, call?: XoCall): Promise<readonly string[]>;
}

/** Speaks to XO of a new emulator, on the wire. */
export function startXo(options?: EmulatorOptions, start?: string): XoClient {
  const started = startEmulator(options, start);
  const { xo } = started.emulator.credentials;
  const getSessions = (body?: unknown, { botId = xo.botId, auth, query = {} }: XoCall = {}): Promise<Answer> => {
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
        ids.push(...answer.body.sessions.map(({ sessionId }: { sessionId: string }) => sessionId));
        if (answer.body.moreAvailable !== true) return ids;
      }
    },
  };
}
