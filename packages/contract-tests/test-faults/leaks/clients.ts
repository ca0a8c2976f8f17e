import type { EmulatorCredentials } from "@org/emulator";
import { createFoundryAipAgents, type FoundryAipAgents } from "@org/foundry-aip-agents";
import { createKoreAgentPlatform, type KoreAgentPlatform } from "@org/kore-agent-platform";
import { createKoreXo, type KoreXo } from "@org/kore-xo";
import type { ClientOptions } from "@org/runtime";
import { jumpingClock } from "./clock.ts";

export interface Clients {
  readonly foundry: FoundryAipAgents;
  readonly agentPlatform: KoreAgentPlatform;
  readonly xo: KoreXo;
}

/** A client of each service. */
export function clientsOf(options: ClientOptions, { foundry, agentPlatform, xo }: EmulatorCredentials): Clients {
  const { otherBotClientId: clientId, otherBotClientSecret: clientSecret } = xo;
  return {
    foundry: createFoundryAipAgents({
      ...options,
      baseUrl: options.baseUrl ?? "http://localhost",
      auth: { token: foundry.token },
    }),
    agentPlatform: createKoreAgentPlatform({ ...options, auth: { apiKey: agentPlatform.apiKey } }),
    xo: createKoreXo({ ...options, clock: jumpingClock(), onWait: () => {}, auth: { clientId, clientSecret } }),
  };
}
