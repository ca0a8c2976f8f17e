import { agentPlatformCredentials, type AgentPlatformCredentials } from "./agent-platform/credentials.js";
import { foundryCredentials, type FoundryCredentials } from "./foundry/credentials.js";
import { xoCredentials, type XoCredentials } from "./xo/credentials.js";

/** Everything that a client needs to sign in to the emulator. They open nothing else. */
export interface EmulatorCredentials {
  readonly foundry: FoundryCredentials;
  readonly agentPlatform: AgentPlatformCredentials;
  readonly xo: XoCredentials;
}

export const credentials: EmulatorCredentials = {
  foundry: foundryCredentials,
  agentPlatform: agentPlatformCredentials,
  xo: xoCredentials,
};
