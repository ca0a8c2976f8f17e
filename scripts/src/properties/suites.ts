import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Vitest's program, the one of the scripts for all packages: it runs their suites by their own configuration. */
export const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");

/** Tests with properties, and how they are run. */
export interface Suite {
  /** From the root of the repository. */
  readonly directory: string;
  /** From that directory. */
  readonly config: string;
}

const shared = "../../scripts/src/properties/vitest.config.ts";

/** Every suite that has properties. */
export const suites: readonly Suite[] = [
  { directory: "packages/runtime", config: shared },
  { directory: "packages/contract", config: shared },
  { directory: "packages/emulator", config: shared },
  { directory: "packages/kore-xo", config: shared },
  { directory: "packages/contract-tests", config: "vitest.contract.config.ts" },
];
