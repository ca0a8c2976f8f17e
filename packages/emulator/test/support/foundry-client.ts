import { post, startEmulator, type Answer, type StartedEmulator } from "./started-emulator.js";
import type { EmulatorOptions } from "../../src/index.js";

export interface FoundryCall {
  /** Default: the first user's. */
  readonly token?: string;
  /** Default: the agent of the samples. */
  readonly agentRid?: string;
  /** Query parameters besides `preview=true`. */
  readonly query?: Record<string, string>;
}

export interface FoundryClient extends StartedEmulator {
  create(body?: unknown, call?: FoundryCall): Promise<Answer>;
  list(call?: FoundryCall): Promise<Answer>;
  get(sessionRid: string, call?: FoundryCall): Promise<Answer>;
  /** Every session, page by page. */
  listAll(call?: FoundryCall): Promise<readonly { rid: string; metadata: { updatedTime: string } }[]>;
}

/** Speaks to Foundry of a new emulator, on the wire. */
export function startFoundry(options?: EmulatorOptions, start?: string): FoundryClient {
  const started = startEmulator(options, start);
  const { agentRid: sampleAgent, token: firstToken } = started.emulator.credentials.foundry;
  const path = (rest: string, { agentRid = sampleAgent, query = {} }: FoundryCall): string =>
    `/api/v2/aipAgents/agents/${agentRid}/sessions${rest}?${new URLSearchParams({ preview: "true", ...query })}`;
  const auth = ({ token = firstToken }: FoundryCall): { authorization: string } => ({
    authorization: `Bearer ${token}`,
  });
  const list = (call: FoundryCall = {}): Promise<Answer> => started.send(path("", call), { headers: auth(call) });
  return {
    ...started,
    list,
    create: (body, call = {}) =>
      started.send(
        path("", call),
        body === undefined ? { method: "POST", headers: auth(call) } : post(body, auth(call)),
      ),
    get: (sessionRid, call = {}) => started.send(path(`/${sessionRid}`, call), { headers: auth(call) }),
    async listAll(call = {}) {
      const sessions = [];
      let pageToken: string | undefined;
      do {
        const query: Record<string, string> = { ...call.query, ...(pageToken === undefined ? {} : { pageToken }) };
        const { body } = await list({ ...call, query });
        sessions.push(...body.data);
        pageToken = body.nextPageToken;
      } while (pageToken !== undefined);
      return sessions;
    },
  };
}
