import type { EmulatorCredentials } from "@org/emulator";
import { allOperations, type Operation } from "./descriptions.ts";
import type { Fetch } from "./wire.ts";

/** A request that is not sent yet. */
export interface Draft {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty: no body. */
  readonly bodyText: string;
}

type Places = Partial<Pick<Draft, "path" | "query" | "headers" | "bodyText">>;

const json = { "content-type": "application/json" };

/** A request of each operation that the emulator answers with a success. A new operation needs a line here. */
const good: Readonly<Record<string, (credentials: EmulatorCredentials) => Places>> = {
  createSession: ({ foundry: { agentRid, token } }) => ({
    path: { agentRid },
    query: { preview: "true" },
    headers: { authorization: `Bearer ${token}`, ...json },
    bodyText: "{}",
  }),
  listSessions: ({ foundry: { agentRid, token } }) => ({
    path: { agentRid },
    query: { preview: "true" },
    headers: { authorization: `Bearer ${token}` },
  }),
  getSession: ({ foundry: { agentRid, sessionRid, token } }) => ({
    path: { agentRid, sessionRid },
    query: { preview: "true" },
    headers: { authorization: `Bearer ${token}` },
  }),
  createAppSession: ({ agentPlatform: { appId, envName, apiKey } }) => ({
    path: { appId, envName },
    headers: { "x-api-key": apiKey, ...json },
    bodyText: JSON.stringify({ sessionIdentity: [{ type: "userReference", value: "usr_1" }] }),
  }),
  listAppSessions: ({ agentPlatform: { appId, envName, apiKey } }) => ({
    path: { appId, envName },
    headers: { "x-api-key": apiKey, ...json },
    bodyText: "{}",
  }),
  getBotSessions: ({ xo: { botId, token } }) => ({
    path: { botId },
    headers: { auth: token, ...json },
    bodyText: "{}",
  }),
  getAccountSessions: ({ xo: { accountToken } }) => ({ headers: { auth: accountToken, ...json }, bodyText: "{}" }),
};

/** @throws {TypeError} for an operation that nobody has described a good request of. */
export function goodDraft(operationId: string, credentials: EmulatorCredentials): Draft {
  const operation = allOperations.find(({ id }) => id === operationId);
  const places = good[operationId]?.(credentials);
  if (operation === undefined || places === undefined)
    throw new TypeError(`No good request of ${operationId} is known`);
  return { operation, path: {}, query: {}, headers: {}, bodyText: "", ...places };
}

export function toRequest({ operation, path, query, headers, bodyText }: Draft): Request {
  const at = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ""));
  const url = new URL(`http://localhost${operation.basePath}${at}`);
  url.search = new URLSearchParams(query).toString();
  return new Request(url, { method: operation.method, headers, ...(bodyText !== "" && { body: bodyText }) });
}

export const send = (fetch: Fetch, draft: Draft): Promise<Response> => fetch(toRequest(draft));
