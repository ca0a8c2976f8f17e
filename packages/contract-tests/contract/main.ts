// pnpm test:contract: runs the suites and the judges that count contract cases, from nothing, and prints what they counted.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { clearCases } from "../src/cases.ts";
import { failuresOf, type VitestReport } from "./failures.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
const scratch = mkdtempSync(join(tmpdir(), "contract-"));
const report = join(scratch, "report.json");

const programs = {
  "the four directions": [
    vitest,
    "run",
    "--config=vitest.contract.config.ts",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ],
  "the judges of others": ["judges/main.ts"],
  "mutants of the descriptions": ["contract/description-mutants/main.ts"],
  "the table": ["contract/table/print.ts"],
};

clearCases();
// All of them, whatever becomes of the one before: the table is of use where something has failed, too.
const failed = Object.entries(programs)
  .filter(([, program]) => spawnSync(process.execPath, program, { cwd: root, stdio: "inherit" }).status !== 0)
  .map(([name]) => name);
if (failed.length > 0) {
  console.error(["", `Failed: ${failed.join(", ")}.`, ...failuresOf(readReport())].join("\n"));
  process.exitCode = 1;
}
rmSync(scratch, { recursive: true });

/** Empty where Vitest itself broke off. */
function readReport(): VitestReport {
  try {
    return JSON.parse(readFileSync(report, "utf8")) as VitestReport;
  } catch {
    return { testResults: [] };
  }
}
