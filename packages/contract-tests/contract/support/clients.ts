import type { EmulatorCredentials } from "@org/emulator";
import { createFoundryAipAgents } from "@org/foundry-aip-agents";
import { createKoreAgentPlatform } from "@org/kore-agent-platform";
import { createKoreXo } from "@org/kore-xo";
import type { ClientOptions, Page, Result, SdkError } from "@org/runtime";
import { createSessions } from "@org/sessions";
import { foundryAipAgents } from "@org/sessions/foundry-aip-agents";
import { koreAgentPlatform } from "@org/sessions/kore-agent-platform";
import { koreXo } from "@org/sessions/kore-xo";

export type Connection = Pick<ClientOptions, "fetch" | "clock" | "onUnrecognized">;
export type Clients = ReturnType<typeof clientsOver>;

/** Every client there is, and the facade over them: once with a bot of XO, once with an account. */
export function clientsOver(connection: Connection, { foundry, agentPlatform, xo }: EmulatorCredentials) {
  // However many calls a property makes: where a limit says to wait, the clock is moved on.
  const onWait = (): void => undefined;
  const options = { baseUrl: "http://localhost", retry: false, onWait, ...connection } as const;
  const { agentRid } = foundry;
  const { appId, envName } = agentPlatform;
  const foundryOptions = { ...options, auth: { token: foundry.token } };
  const appOptions = { ...options, auth: { apiKey: agentPlatform.apiKey } };
  const botOptions = { ...options, auth: { clientId: xo.clientId, clientSecret: xo.clientSecret } };
  const accountOptions = {
    ...options,
    auth: { clientId: xo.accountClientId, clientSecret: xo.accountClientSecret },
  };
  return {
    foundry: createFoundryAipAgents(foundryOptions),
    app: createKoreAgentPlatform(appOptions),
    bot: createKoreXo(botOptions),
    account: createKoreXo(accountOptions),
    sessions: createSessions({
      support: foundryAipAgents({ ...foundryOptions, agentRid }),
      shop: koreAgentPlatform({ ...appOptions, appId, envName }),
      ivr: koreXo({ ...botOptions, botId: xo.botId }),
      calls: koreXo(accountOptions),
    }),
  };
}

/** What a call can come to: its data, or for a listing its first page. */
export type Outcome = Result<unknown, SdkError>;

/** One method of a client, in the two styles that every method has. */
export interface Styles {
  /** Gives the data, or throws. */
  plain(input: unknown): Promise<unknown>;
  /** Gives the failure as a value. */
  safe(input: unknown): Promise<Outcome>;
  isError(value: unknown): boolean;
}

interface AnyCall {
  (input: unknown): Promise<unknown>;
  safe(input: unknown): Promise<Outcome>;
  isError(value: unknown): boolean;
}

interface AnyListing {
  page(input: unknown): Promise<Page<unknown>>;
  safe(input: unknown): AsyncIterable<Outcome>;
  isError(value: unknown): boolean;
}

export function stylesOf(method: unknown): Styles {
  if (!("page" in (method as object))) {
    const call = method as AnyCall;
    return {
      plain: (input) => call(input),
      safe: (input) => call.safe(input),
      isError: (value) => call.isError(value),
    };
  }
  const listing = method as AnyListing;
  return {
    plain: (input) => listing.page(input),
    safe: async (input) => {
      for await (const result of listing.safe(input)) return result;
      throw new Error("The listing ended before its first page");
    },
    isError: (value) => listing.isError(value),
  };
}

/** The method of a provider's client that each operation has. A new operation needs a line here. */
const methods: Readonly<Record<string, (clients: Clients) => unknown>> = {
  createSession: ({ foundry }) => foundry.createSession,
  listSessions: ({ foundry }) => foundry.listSessions,
  getSession: ({ foundry }) => foundry.getSession,
  createAppSession: ({ app }) => app.createAppSession,
  listAppSessions: ({ app }) => app.listAppSessions,
  getBotSessions: ({ bot }) => bot.getBotSessions,
  getAccountSessions: ({ account }) => account.getAccountSessions,
};

/** @throws {TypeError} for an operation that no client has. */
export function methodOf(clients: Clients, operationId: string): Styles {
  const method = methods[operationId];
  if (method === undefined) throw new TypeError(`No client is known to have ${operationId}`);
  return stylesOf(method(clients));
}
