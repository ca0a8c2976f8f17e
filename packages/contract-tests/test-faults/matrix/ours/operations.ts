import type { EmulatorCredentials } from "@org/emulator";
import { createFoundryAipAgents } from "@org/foundry-aip-agents";
import { clientCredentials } from "@org/foundry-aip-agents/oauth";
import { createKoreAgentPlatform } from "@org/kore-agent-platform";
import { createKoreXo, type ClientApp } from "@org/kore-xo";
import type {
  CallMethod,
  CallOptions,
  ClientOptions,
  Listing,
  ListOptions,
  Page,
  Result,
  SdkError,
} from "@org/runtime";
import { isOfFacade, type FaultCase, type OperationName } from "../fault-case.ts";
import { facadeOperation } from "./facade.ts";

/** An operation, ready to be called in either style. What it gives is the last thing that came. */
export interface Callable {
  plain(options: CallOptions): Promise<unknown>;
  safe(options: CallOptions): Promise<Result<unknown, SdkError>>;
  isError(value: unknown): boolean;
}

export interface Setup {
  readonly url: string;
  readonly credentials: EmulatorCredentials;
  readonly options: ClientOptions;
  readonly faultCase: FaultCase;
  readonly secrets: Set<string>;
}

/** The day of the samples of XO's second bot. */
export const day = { dateFrom: "2021-04-26", dateTo: "2021-04-27" };

/** Makes a client for one operation. */
export function operationOf(name: OperationName, setup: Setup): Callable {
  if (isOfFacade(name)) return facadeOperation(name, setup);
  switch (name) {
    case "createSession":
      return callable(foundry(setup).createSession, { agentRid: setup.credentials.foundry.agentRid });
    case "listSessions":
      return listing(foundry(setup).listSessions, { agentRid: setup.credentials.foundry.agentRid });
    case "getSession": {
      const { agentRid, sessionRid } = setup.credentials.foundry;
      return callable(foundry(setup).getSession, { agentRid, sessionRid });
    }
    case "createAppSession": {
      const { appId, envName } = setup.credentials.agentPlatform;
      const sessionIdentity = [{ type: "userReference", value: "matrix" }];
      return callable(agentPlatform(setup).createAppSession, { appId, envName, sessionIdentity });
    }
    case "listAppSessions": {
      const { appId, envName } = setup.credentials.agentPlatform;
      return listing(agentPlatform(setup).listAppSessions, { appId, envName });
    }
    case "getBotSessions":
      return listing(xoBot(setup).getBotSessions, { botId: setup.credentials.xo.otherBotId, ...day });
    case "getAccountSessions":
      return listing(xoAccount(setup).getAccountSessions, day);
    case "xo.listSessions":
      return listing(xoBot(setup).listSessions, {
        botId: setup.credentials.xo.otherBotId,
        since: day.dateFrom,
        until: day.dateTo,
        // As many as a page of the service holds: fewer would be more pages.
        limit: 100,
      });
    case "lookUpSessions": {
      const { otherBotId: botId } = setup.credentials.xo;
      const ids = ["6086a39e4c1a5e7d903d218e", "6086a39e4c1a5e7d903d219e"];
      return callable(xoBot(setup).lookUpSessions, { botId, ids });
    }
  }
}

function foundry({ url, options, ...rest }: Setup) {
  const { clientId, clientSecret, token } = rest.credentials.foundry;
  const { at, tokenTimeoutMs: timeoutMs = 10_000 } = rest.faultCase;
  if (at === undefined)
    return createFoundryAipAgents({ ...options, baseUrl: url, auth: { token: source(token, rest) } });
  rest.secrets.add(clientSecret);
  return createFoundryAipAgents({
    ...options,
    baseUrl: url,
    auth: clientCredentials({ clientId, clientSecret, timeoutMs }),
  });
}

const agentPlatform = ({ url, options, ...rest }: Setup) =>
  createKoreAgentPlatform({
    ...options,
    baseUrl: url,
    auth: { apiKey: source(rest.credentials.agentPlatform.apiKey, rest) },
  });

const xoBot = ({ credentials, ...rest }: Setup) =>
  xo(rest, { clientId: credentials.xo.otherBotClientId, clientSecret: credentials.xo.otherBotClientSecret });

const xoAccount = ({ credentials, ...rest }: Setup) =>
  xo(rest, { clientId: credentials.xo.accountClientId, clientSecret: credentials.xo.accountClientSecret });

function xo({ url, options, faultCase, secrets }: Omit<Setup, "credentials">, app: ClientApp) {
  secrets.add(app.clientSecret);
  const auth = faultCase.credential === "fixed" ? { jwt: "fixed-canary" } : app;
  return createKoreXo({ ...options, baseUrl: url, auth });
}

/** A credential that is good at once, or only when it is asked for again, or never replaced. */
export function source(good: string, { faultCase: { credential }, secrets }: Pick<Setup, "faultCase" | "secrets">) {
  secrets.add(good);
  if (credential === "fixed") return good;
  const first = credential === "stale" ? `stale-canary-${good.length}` : good;
  secrets.add(first);
  return ({ forceRefresh }: { readonly forceRefresh: boolean }): string => (forceRefresh ? good : first);
}

export function callable<Input, Data, Fault>(method: CallMethod<Input, Data, Fault>, input: Input): Callable {
  return {
    plain: (options) => method(input, options),
    safe: (options) => method.safe(input, options) as Promise<Result<unknown, SdkError>>,
    isError: method.isError,
  };
}

interface ListMethod<Input, Item, Fault> {
  (input: Input, options?: ListOptions): Listing<Item>;
  safe(input: Input, options?: ListOptions): AsyncIterable<Result<Page<Item>, Fault>>;
  isError(value: unknown): boolean;
}

export function listing<Input, Item, Fault>(method: ListMethod<Input, Item, Fault>, input: Input): Callable {
  return {
    async plain(options) {
      const items: Item[] = [];
      for await (const item of method(input, options)) items.push(item);
      return items;
    },
    async safe(options) {
      let last: Result<unknown, SdkError> | undefined;
      for await (const result of method.safe(input, options)) last = result as Result<unknown, SdkError>;
      if (last === undefined) throw new Error("a listing gave nothing at all");
      return last;
    },
    isError: (value) => method.isError(value),
  };
}
