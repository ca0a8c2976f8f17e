import type { MutantGroup } from "../harness/mutant.ts";
import { backoff } from "./backoff.ts";
import { clientCalls } from "./client-calls.ts";
import { clientListings } from "./client-listings.ts";
import { emulatorAgentPlatform } from "./emulator-agent-platform.ts";
import { emulatorFaults } from "./emulator-faults.ts";
import { emulatorFoundry } from "./emulator-foundry.ts";
import { emulatorNanoseconds } from "./emulator-nanoseconds.ts";
import { emulatorXo } from "./emulator-xo.ts";
import { instants } from "./instants.ts";
import { lookUp } from "./look-up.ts";
import { rateWindows } from "./rate-windows.ts";
import { retryAfter } from "./retry-after.ts";
import { urls } from "./urls.ts";
import { windows } from "./windows.ts";

/** Every deliberate mistake. */
export const groups: readonly MutantGroup[] = [
  retryAfter,
  backoff,
  rateWindows,
  windows,
  lookUp,
  urls,
  instants,
  emulatorNanoseconds,
  emulatorFoundry,
  emulatorAgentPlatform,
  emulatorXo,
  emulatorFaults,
  clientCalls,
  clientListings,
];
