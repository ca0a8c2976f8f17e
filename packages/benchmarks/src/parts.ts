import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Line } from "./line.ts";
import type { PartName } from "./options.ts";

type Part = (quick: boolean) => Line[] | Promise<Line[]>;

/** The parts of a run. */
export const parts: Readonly<Record<PartName, () => Promise<Part>>> = {
  calls: async () => (await import("./calls/run.ts")).runCalls,
  size: async () => (await import("./size/run.ts")).runSize,
  import: async () => (await import("./import/run.ts")).runImport,
  types: async () => (await import("./types/run.ts")).runTypes,
  listing: async () => (await import("./listing/run.ts")).runListing,
};

/** Runs one part in a process of its own: what one part made the engine optimize, or give up on, is not the next one's. */
export function runPart(name: PartName, quick: boolean): Line[] {
  const file = fileURLToPath(new URL("part.ts", import.meta.url));
  const output = execFileSync(process.execPath, [file, name, String(quick)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(output) as Line[];
}
