import type { AgentPlatformOptions } from "./agent-platform/options.js";
import type { Clock } from "./clock.js";
import type { FaultRule } from "./faults/rule.js";
import type { FoundryOptions } from "./foundry/options.js";
import type { SeedName } from "./seed/seed-name.js";
import type { XoOptions } from "./xo/options.js";

/** How an emulator behaves where the vendors' pages leave a choice, and what it starts with. */
export interface EmulatorOptions {
  /** Default: the machine's clock. */
  readonly clock?: Clock | undefined;
  /**
   * The sessions to start with: `"none"`; `"samples"`, those of the vendors' pages under their own ids; `"full"`, the
   * samples and thousands of generated sessions. Default: `"full"`.
   */
  readonly seed?: SeedName | undefined;
  /** Names the sequence from which ids and generated data are drawn. Default: `"1"`. */
  readonly randomSeed?: string | undefined;
  /** What goes wrong from the start. More can be added later, and taken away: see `Emulator.faults`. Default: nothing. */
  readonly faults?: readonly FaultRule[] | undefined;
  readonly foundry?: FoundryOptions | undefined;
  readonly agentPlatform?: AgentPlatformOptions | undefined;
  readonly xo?: XoOptions | undefined;
}
