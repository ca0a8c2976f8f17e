import { isSdkError, type ListOptions, type Result, type SdkError } from "@org/runtime";
import { createSessions, ProvidersFailedError, type ProviderFailure } from "@org/sessions";
import { foundryAipAgents } from "@org/sessions/foundry-aip-agents";
import { koreAgentPlatform } from "@org/sessions/kore-agent-platform";
import { koreXo } from "@org/sessions/kore-xo";
import type { FacadeName } from "../fault-case.ts";
import { callable, day, listing, source, type Callable, type Setup } from "./operations.ts";

/** An operation of the facade, whose other providers are there but unasked. */
export function facadeOperation(name: FacadeName, setup: Setup): Callable {
  const sessions = facade(setup);
  const { foundry, agentPlatform } = setup.credentials;
  const range = { since: day.dateFrom, until: day.dateTo };
  switch (name) {
    case "support.create":
      return callable(sessions.support.create, {});
    case "support.get":
      return callable(sessions.support.get, foundry.sessionRid);
    case "support.list":
      return listing(sessions.support.list, {});
    case "shop.create":
      return callable(sessions.shop.create, { user: "matrix" });
    case "shop.get":
      return callable(sessions.shop.get, agentPlatform.sessionId);
    case "shop.list":
      return listing(sessions.shop.list, {});
    case "ivr.get":
      return callable(sessions.ivr.get, "6086a39e4c1a5e7d903d218e");
    case "ivr.list":
      return listing(sessions.ivr.list, { ...range, limit: 100 });
    case "all.list":
      return allListing(facade(setup, { faultCase: { ...setup.faultCase, credential: undefined } }));
  }
}

/** @param others how the setup of the providers differs that are to be well. */
function facade(setup: Setup, others: object = {}) {
  const { url: baseUrl, options, credentials } = setup;
  const well: Setup = { ...setup, ...others };
  const { foundry, agentPlatform, xo } = credentials;
  setup.secrets.add(xo.otherBotClientSecret);
  const app = { clientId: xo.otherBotClientId, clientSecret: xo.otherBotClientSecret };
  return createSessions({
    support: foundryAipAgents({
      ...options,
      baseUrl,
      auth: { token: source(foundry.token, setup) },
      agentRid: foundry.agentRid,
    }),
    shop: koreAgentPlatform({
      ...options,
      baseUrl,
      auth: { apiKey: source(agentPlatform.apiKey, well) },
      appId: agentPlatform.appId,
      envName: agentPlatform.envName,
    }),
    ivr: koreXo({
      ...options,
      baseUrl,
      auth: well.faultCase.credential === "fixed" ? { jwt: "fixed-canary" } : app,
      botId: xo.otherBotId,
    }),
  });
}

/** The years of the samples, so that each provider has some. */
const years = { since: "2021-04-26", until: "2021-05-02" };

/** A listing over all providers, one of which fails: its failure, once the sessions of the others have come. */
function allListing({ all }: ReturnType<typeof facade>): Callable {
  const failureIn = (failures: readonly ProviderFailure[], seen: ReadonlySet<string>): SdkError => {
    const own = failures.find(({ provider }) => provider === "support");
    const others = failures.length - (own ? 1 : 0);
    if (own === undefined || (others === 0 && !seen.has("ivr"))) throw new Error("the others' sessions are missing");
    return own.error;
  };
  const read = async (options: ListOptions, told?: ProviderFailure[]): Promise<Set<string>> => {
    const seen = new Set<string>();
    const onProviderError = told && ((failure: ProviderFailure): void => void told.push(failure));
    const list = all.list(years, { ...options, onProviderError });
    try {
      for await (const { provider } of list) seen.add(provider);
    } catch (error) {
      throw error instanceof ProvidersFailedError ? failureIn(error.failures, seen) : error;
    }
    return seen;
  };
  return {
    plain: (options) => read(options),
    async safe(options) {
      const told: ProviderFailure[] = [];
      try {
        const seen = await read(options, told);
        if (told.length === 0) return { ok: true, data: seen } as unknown as Result<unknown, SdkError>;
        const error = failureIn(told, seen);
        return { ok: false, error, attempts: error.attempts };
      } catch (error) {
        // The end by the caller's signal is nobody's failure, so it is thrown in this style too.
        if (!isSdkError(error) || error.name !== "AbortError") throw error;
        return { ok: false, error, attempts: error.attempts };
      }
    },
    isError: isSdkError,
  };
}
