import { createContract } from "@org/contract";
import description from "../compiled/kore-agent-platform.js";
import type { Random } from "../random.js";
import { runSteps, type Service, type Steps } from "../service.js";
import { authenticate, type AppCaller } from "./authenticate.js";
import { createAuthorizations } from "./authorizations.js";
import type { AgentPlatformContext } from "./context.js";
import { createAppSession } from "./create-session.js";
import { listAppSessions } from "./list-sessions.js";
import { agentPlatformSettings, type AgentPlatformOptions } from "./options.js";
import { createAppSessionStore } from "./session-store.js";
import { toRow, type AppSession } from "./session.js";
import { createThrottle } from "./throttle.js";
import { validate } from "./validate.js";

export interface AgentPlatformServiceOptions {
  readonly options: AgentPlatformOptions | undefined;
  readonly seed: readonly AppSession[];
  readonly random: Random;
}

export function createAgentPlatformService({ options, seed, random }: AgentPlatformServiceOptions): Service {
  const settings = agentPlatformSettings(options);
  const contract = createContract(description);
  const store = createAppSessionStore(seed);
  const authorizations = createAuthorizations();
  for (const session of seed) authorizations.register(session);
  const context: AgentPlatformContext = { settings, store, authorizations, random };
  const steps: Steps<AppCaller> = {
    authenticate,
    validate: (_call, deviations) => validate(deviations),
    limit: createThrottle(settings),
    handlers: {
      createAppSession: (call, caller) => createAppSession(call, caller, context),
      listAppSessions: (call, caller) => listAppSessions(call, caller, context),
    },
  };
  return {
    api: "agent-platform",
    contract,
    sideRoutes: [authorizations.page],
    answer: (call) => runSteps(contract, steps, call),
    get stored() {
      return store.size;
    },
    held: () =>
      store.all().map((session) => ({
        id: session.sessionId,
        place: `${session.appId}/${session.envName}`,
        startedAt: session.createdAt,
        wire: toRow(session),
      })),
  };
}
