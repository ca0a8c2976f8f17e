// pnpm test:contract: runs the suites and the judges that count contract cases, from nothing, and prints what they counted.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { clearCases } from "../src/cases.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");

const programs = [
  [vitest, "run", "--config", "vitest.contract.config.ts"],
  ["judges/main.ts"],
  ["contract/description-mutants/main.ts"],
  ["contract/table/print.ts"],
];

clearCases();
// All of them, whatever becomes of the one before: the table is of use where something has failed, too.
const failed = programs.filter(
  (program) => spawnSync(process.execPath, program, { cwd: root, stdio: "inherit" }).status !== 0,
);
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.map(([file]) => file).join(", ")}`);
  process.exitCode = 1;
}
