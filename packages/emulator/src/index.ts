export type { AgentPlatformCredentials } from "./agent-platform/credentials.js";
export type { AgentPlatformOptions } from "./agent-platform/options.js";
export type { Clock } from "./clock.js";
export type { EmulatorCredentials } from "./credentials.js";
export type { Emulator, StoredSessions } from "./emulator.js";
export type { ApiName } from "./exchange.js";
export type {
  AnswerFault,
  ContentTypeFault,
  CutFault,
  DripFault,
  EchoCredentialFault,
  EditFault,
  ExpiredCredentialFault,
  Fault,
  FaultPlace,
  FaultTime,
  HugeFault,
  Json,
  LatencyFault,
  ProxyPageFault,
  RepeatPageFault,
  StallFault,
  TruncateFault,
} from "./faults/fault.js";
export type { FaultHandle, FaultRule, Faults } from "./faults/rule.js";
export type { FailingAgentName } from "./foundry/agents.js";
export type { FoundryCredentials } from "./foundry/credentials.js";
export type { FoundryOptions } from "./foundry/options.js";
export type { HeldSession } from "./held-session.js";
export type { LogEntry } from "./log.js";
export type { EmulatorOptions } from "./options.js";
export type { SeedName } from "./seed/seed-name.js";
export type { XoCredentials } from "./xo/credentials.js";
export type { XoOptions } from "./xo/options.js";

export { createEmulator } from "./emulator.js";
