import { createAgentPlatformService } from "./agent-platform/service.js";
import { systemClock } from "./clock.js";
import { credentials, type EmulatorCredentials } from "./credentials.js";
import type { ApiName } from "./exchange.js";
import { createFaultRegistry } from "./faults/faults.js";
import type { Faults } from "./faults/rule.js";
import { createFoundryService } from "./foundry/service.js";
import { createHandler, faultTargets } from "./handler.js";
import type { HeldSession } from "./held-session.js";
import { createLog, type LogEntry } from "./log.js";
import type { EmulatorOptions } from "./options.js";
import { createRandom } from "./random.js";
import { agentPlatformSeed } from "./seed/agent-platform.js";
import { foundrySeed } from "./seed/foundry.js";
import type { SeedOptions } from "./seed/seed-name.js";
import { xoSeed } from "./seed/xo.js";
import { createXoService } from "./xo/service.js";

/** How many sessions each service holds, expired ones included: a test counts creates by them. */
export interface StoredSessions {
  readonly foundry: number;
  readonly agentPlatform: number;
  readonly xo: number;
}

/** The services in memory. */
export interface Emulator {
  /** Answers a request like the platform's `fetch`; pass it as `fetch` to any client. Needs no `this`. */
  fetch(input: Request | string | URL, init?: RequestInit): Promise<Response>;
  readonly credentials: EmulatorCredentials;
  /** The last 10,000 requests, oldest first. Grows in place. */
  readonly log: readonly LogEntry[];
  readonly stored: StoredSessions;
  /** What is to go wrong: late, lost and broken answers, to any request of any operation. */
  readonly faults: Faults;
  /** Every session that a service holds, in no particular order: the truth that a test compares answers with. */
  sessions(api: ApiName): readonly HeldSession[];
}

/** Makes an emulator. Two with the same options and the same time at the start hold the same data. */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const { clock = systemClock, seed = "full", randomSeed = "1" } = options;
  const seedOptions: SeedOptions = { seed, startedAt: clock.now(), randomSeed };
  const foundry = createFoundryService({
    options: options.foundry,
    seed: foundrySeed(seedOptions),
    random: createRandom(`${randomSeed}/foundry/run`),
  });
  const agentPlatform = createAgentPlatformService({
    options: options.agentPlatform,
    seed: agentPlatformSeed(seedOptions),
    random: createRandom(`${randomSeed}/agent-platform/run`),
  });
  const xo = createXoService({ options: options.xo, seed: xoSeed(seedOptions) });
  const log = createLog();
  const services = { foundry, "agent-platform": agentPlatform, xo };
  const served = Object.values(services);
  const faults = createFaultRegistry({ targets: faultTargets(served), clock });
  for (const rule of options.faults ?? []) faults.add(rule);
  const handle = createHandler({ services: served, clock, log, faults });
  return {
    async fetch(input, init = {}) {
      const { signal, ...rest } = init;
      const abort = signal ?? (input instanceof Request ? input.signal : undefined);
      abort?.throwIfAborted();
      // A request that follows a signal leaves a listener on it for as long as the signal lives.
      const response = await handle(new Request(input, { ...rest, signal: null }), abort);
      abort?.throwIfAborted();
      return response;
    },
    credentials,
    faults,
    log: log.entries,
    sessions: (api) => services[api].held(),
    stored: {
      get foundry() {
        return foundry.stored;
      },
      get agentPlatform() {
        return agentPlatform.stored;
      },
      get xo() {
        return xo.stored;
      },
    },
  };
}
