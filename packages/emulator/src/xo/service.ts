import { createContract } from "@org/contract";
import description from "../compiled/kore-xo.js";
import { bodyOf, type Call } from "../exchange.js";
import { jsonResponse } from "../json-response.js";
import { describeDeviation, runSteps, type Service, type Steps } from "../service.js";
import { createAuthenticate } from "./authenticate.js";
import { authorize, type XoScope } from "./authorize.js";
import { refuse } from "./errors.js";
import { listSessions } from "./list-sessions.js";
import { lookUp } from "./look-up.js";
import { xoSettings, type XoOptions } from "./options.js";
import { createRateLimit } from "./rate-limit.js";
import type { SessionFilter } from "./session-filter.js";
import { createXoSessionStore } from "./session-store.js";
import { toWire, type XoSession } from "./session.js";

export interface XoServiceOptions {
  readonly options: XoOptions | undefined;
  readonly seed: readonly XoSession[];
}

export function createXoService({ options, seed }: XoServiceOptions): Service {
  const settings = xoSettings(options);
  const contract = createContract(description);
  const store = createXoSessionStore(seed);
  const authenticate = createAuthenticate(settings);

  // One bot or a whole account: the scope is the only difference.
  const getSessions = (call: Call, scope: XoScope): Response => {
    const filter: SessionFilter = bodyOf<SessionFilter>(call);
    const { sessionId } = filter;
    const context = { settings, store };
    const body =
      sessionId === undefined ? listSessions(call, filter, scope, context) : lookUp(call, sessionId, scope, context);
    return jsonResponse(200, body);
  };
  const steps: Steps<XoScope> = {
    authenticate: async (call) => authorize(call, await authenticate(call), settings),
    validate(_call, deviations) {
      if (deviations.length > 0) throw refuse(400, deviations.map(describeDeviation));
    },
    limit: createRateLimit(settings),
    handlers: { getBotSessions: getSessions, getAccountSessions: getSessions },
  };
  return {
    api: "xo",
    contract,
    sideRoutes: [],
    answer: (call) => runSteps(contract, steps, call),
    stored: store.size,
    held: () =>
      seed.map((session) => ({
        id: session.sessionId,
        place: session.botId,
        startedAt: session.startedAt,
        wire: toWire(session, settings),
      })),
  };
}
