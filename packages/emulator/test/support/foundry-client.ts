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

export interface FoundrySession {
  readonly rid: string;
  readonly agentVersion: string;
  readonly metadata: {
    readonly createdTime: string;
    readonly updatedTime: string;
    readonly estimatedExpiresTime: string;
  };
}

/** Fields of a session, a page and an error. */
export interface FoundryBody extends FoundrySession {
  readonly data: readonly FoundrySession[];
  readonly nextPageToken: string;
  readonly errorName: string;
}

export interface FoundryClient extends StartedEmulator {
  create(body?: unknown, call?: FoundryCall): Promise<Answer<FoundryBody>>;
  list(call?: FoundryCall): Promise<Answer<FoundryBody>>;
  get(sessionRid: string, call?: FoundryCall): Promise<Answer<FoundryBody>>;
  /** Every session, page by page. */
  listAll(call?: FoundryCall): Promise<readonly FoundrySession[]>;
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
  const list = (call: FoundryCall = {}): Promise<Answer<FoundryBody>> =>
    started.send(path("", call), { headers: auth(call) });
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
      const sessions: FoundrySession[] = [];
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
