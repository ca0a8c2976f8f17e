import type { EmulatorOptions } from "../../src/index.js";
import { post, startEmulator, type Answer, type StartedEmulator } from "./started-emulator.js";

export interface AppCall {
  readonly apiKey?: string;
  readonly appId?: string;
  readonly envName?: string;
}

export interface AppRow {
  readonly sessionId: string;
  readonly sessionReference: string | null;
  readonly userId: string;
  readonly createdAt: string;
}

/** Fields of both answers to a create, of a page and of an error. */
export interface AppBody {
  readonly session: AppRow;
  readonly sessionInfo: AppRow;
  readonly events: readonly [{ readonly content: { readonly auth_profiles: readonly [{ readonly url: string }] } }];
  readonly sessions: readonly AppRow[];
  readonly pagination: { readonly totalCount: number; readonly endIndex: number; readonly hasMore: boolean };
  readonly message: string | readonly string[];
  readonly error: string;
}

export interface AppClient extends StartedEmulator {
  create(body: unknown, call?: AppCall): Promise<Answer<AppBody>>;
  /** Creates with identities given as `{ userReference: "u" }`. */
  createFor(identities: Record<string, string>, call?: AppCall): Promise<Answer<AppBody>>;
  list(body: unknown, call?: AppCall): Promise<Answer<AppBody>>;
}

/** Speaks to the Agent Platform of a new emulator, on the wire. */
export function startApp(options?: EmulatorOptions, start?: string): AppClient {
  const started = startEmulator(options, start);
  const { agentPlatform } = started.emulator.credentials;
  const send = (rest: string, body: unknown, call: AppCall): Promise<Answer<AppBody>> => {
    const { appId = agentPlatform.appId, envName = agentPlatform.envName, apiKey = agentPlatform.apiKey } = call;
    const path = `/api/v2/apps/${appId}/environments/${envName}/sessions${rest}`;
    return started.send(path, post(body, { "x-api-key": apiKey }));
  };
  return {
    ...started,
    create: (body, call = {}) => send("", body, call),
    createFor: (identities, call = {}) => {
      const sessionIdentity = Object.entries(identities).map(([type, value]) => ({ type, value }));
      return send("", { sessionIdentity }, call);
    },
    list: (body, call = {}) => send("/list", body, call),
  };
}
