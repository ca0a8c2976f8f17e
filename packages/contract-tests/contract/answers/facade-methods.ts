import type { Json } from "../arbitrary/schema.ts";
import type { Clients } from "../support/clients.ts";
import type { Answer } from "./answers.ts";

type Fields = Readonly<Record<string, Json>>;
type Sessions = Clients["sessions"];

/** A method of the facade, the operation behind it, and what it must make of an answer. */
export interface FacadeMethod {
  readonly name: string;
  readonly operation: string;
  readonly method: (sessions: Sessions) => unknown;
  /** What to ask for, so that the answer is about it. */
  readonly input: (body: Fields | undefined) => unknown;
  /** The service's records that must come back, in order: of a listing all, else the one. */
  readonly records: (body: Fields) => readonly Fields[];
  /** What a record says of the session's identity. */
  readonly identity: (record: Fields) => { readonly id: Json | undefined; readonly createdAt: Json | undefined };
  readonly isList?: true;
}

const rowsOf = (body: Fields | undefined, name: string): readonly Fields[] => (body?.[name] ?? []) as readonly Fields[];
const field = (record: Fields, name: string): Fields => (record[name] ?? {}) as Fields;

const foundry = {
  identity: (record: Fields) => ({ id: record["rid"], createdAt: field(record, "metadata")["createdTime"] }),
};
const app = { identity: ({ sessionId: id, createdAt }: Fields) => ({ id, createdAt }) };
const xo = { identity: ({ sessionId: id, start_time: createdAt }: Fields) => ({ id, createdAt }) };

const firstId = (body: Fields | undefined): Json => rowsOf(body, "sessions")[0]?.["sessionId"] ?? "none";
/** A range of one window, in which all rows are put. */
const range = { since: "2026-11-15T00:00:00.000Z", until: "2026-11-20T00:00:00.000Z" };

const xoMethods = (provider: "ivr" | "calls", operation: string): FacadeMethod[] => [
  {
    ...xo,
    name: `${provider}.list by range`,
    operation,
    method: (sessions) => sessions[provider].list,
    input: () => range,
    records: (body) => rowsOf(body, "sessions"),
    isList: true,
  },
  {
    ...xo,
    name: `${provider}.list by ids`,
    operation,
    method: (sessions) => sessions[provider].list,
    input: (body) => ({ ids: ["none", ...rowsOf(body, "sessions").map(({ sessionId }) => sessionId)] }),
    records: (body) => rowsOf(body, "sessions"),
    isList: true,
  },
  {
    ...xo,
    name: `${provider}.get`,
    operation,
    method: (sessions) => sessions[provider].get,
    input: firstId,
    records: (body) => rowsOf(body, "sessions").slice(0, 1),
  },
];

export const facadeMethods: readonly FacadeMethod[] = [
  {
    ...foundry,
    name: "support.create",
    operation: "createSession",
    method: ({ support }) => support.create,
    input: () => ({}),
    records: (body) => [body],
  },
  {
    ...foundry,
    name: "support.get",
    operation: "getSession",
    method: ({ support }) => support.get,
    input: () => "ri.aip-agents..session.1",
    records: (body) => [body],
  },
  {
    ...foundry,
    name: "support.list",
    operation: "listSessions",
    method: ({ support }) => support.list,
    input: () => ({}),
    records: (body) => rowsOf(body, "data"),
    isList: true,
  },
  {
    name: "shop.create",
    operation: "createAppSession",
    method: ({ shop }) => shop.create,
    input: () => ({ user: "usr_1" }),
    records: (body) => [body],
    identity: (record) => app.identity(field(record, "session" in record ? "session" : "sessionInfo")),
  },
  {
    ...app,
    name: "shop.list",
    operation: "listAppSessions",
    method: ({ shop }) => shop.list,
    input: () => ({}),
    records: (body) => rowsOf(body, "sessions"),
    isList: true,
  },
  {
    ...app,
    name: "shop.get",
    operation: "listAppSessions",
    method: ({ shop }) => shop.get,
    input: firstId,
    records: (body) => rowsOf(body, "sessions").slice(0, 1),
  },
  ...xoMethods("ivr", "getBotSessions"),
  ...xoMethods("calls", "getAccountSessions"),
];

/**
 * The same answer as a service gives it that does not contradict itself: each row with an id of its own and in the range
 * that was asked for, and no further page. What a contradiction comes to is tested at the provider's own method.
 */
export function withUsableRows({ operation }: FacadeMethod, answer: Answer): Answer {
  const body = answer.body as Fields;
  const numbered = rowsOf(body, "sessions").map((row, index) => ({ ...row, sessionId: `s-${index}` }));
  switch (operation) {
    case "listSessions":
      return { ...answer, body: Object.keys(body).length === 0 ? body : { data: [], ...body } };
    case "listAppSessions":
      return {
        ...answer,
        body: { ...body, sessions: numbered, pagination: { ...field(body, "pagination"), hasMore: false } },
      };
    case "getBotSessions":
    case "getAccountSessions": {
      const sessions = numbered.map((row) => ({ ...row, start_time: "2026-11-18T10:00:00.000Z" }));
      return { ...answer, body: { ...body, sessions, moreAvailable: false } };
    }
    default:
      return answer;
  }
}
