import { createContract } from "@org/contract";
import description from "../compiled/foundry-aip-agents.js";
import type { Random } from "../random.js";
import { runSteps, type Service, type Steps } from "../service.js";
import { authenticate } from "./authenticate.js";
import type { FoundryContext } from "./context.js";
import { createSession } from "./create-session.js";
import { createFoundryErrors } from "./errors.js";
import { getSession } from "./get-session.js";
import { listSessions } from "./list-sessions.js";
import { createStamps, toMilliseconds } from "./nanoseconds.js";
import { foundrySettings, type FoundryOptions } from "./options.js";
import { createPageTokens, type FixedPageToken } from "./page-token.js";
import type { Principal } from "./principal.js";
import { createFoundrySessionStore } from "./session-store.js";
import { toWire, type FoundrySession } from "./session.js";
import { createThrottle } from "./throttle.js";
import { tokenEndpoint } from "./token-endpoint.js";
import { createTokens } from "./tokens.js";
import { validate } from "./validate.js";

export interface FoundrySeed {
  readonly sessions: readonly FoundrySession[];
  readonly pageTokens: readonly FixedPageToken[];
}

export interface FoundryServiceOptions {
  readonly options: FoundryOptions | undefined;
  readonly seed: FoundrySeed;
  readonly random: Random;
}

export function createFoundryService({ options, seed, random }: FoundryServiceOptions): Service {
  const settings = foundrySettings(options);
  const contract = createContract(description);
  const tokens = createTokens(random);
  const refuse = createFoundryErrors(random);
  const store = createFoundrySessionStore(seed.sessions);
  const context: FoundryContext = {
    settings,
    store,
    pageTokens: createPageTokens(seed.pageTokens),
    random,
    refuse,
    stamp: createStamps(random),
  };
  const steps: Steps<Principal> = {
    authenticate: (call) => authenticate(call, tokens, refuse),
    validate: (call, deviations) => validate(call, deviations, { settings, refuse }),
    limit: createThrottle(settings),
    handlers: {
      createSession: (call, principal) => createSession(call, principal, context),
      listSessions: (call, principal) => listSessions(call, principal, context),
      getSession: (call, principal) => getSession(call, principal, context),
    },
  };
  return {
    api: "foundry",
    contract,
    sideRoutes: [tokenEndpoint(tokens, settings)],
    answer: (call) => runSteps(contract, steps, call),
    get stored() {
      return store.size;
    },
    held: () =>
      store.all().map((session) => ({
        id: session.rid,
        place: session.agentRid,
        startedAt: toMilliseconds(session.createdAt),
        wire: toWire(session),
      })),
  };
}
