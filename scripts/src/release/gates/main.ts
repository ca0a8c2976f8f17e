// pnpm gates: everything that must be right about the packages before they may be published.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installToolSet } from "../../tool-set.ts";
import { repository } from "../packages.ts";
import { apiReports } from "./api-reports.ts";
import { dependencyScripts } from "./dependency-scripts.ts";
import type { Gate, GateResult } from "./gate.ts";
import { installScripts } from "./install-scripts.ts";
import { knip } from "./knip.ts";
import { licences } from "./licences.ts";
import { packAll } from "../pack/pack.ts";
import { publint } from "./publint.ts";
import { sizes } from "./sizes.ts";
import { tarballs } from "./tarballs.ts";
import { typesAreRight } from "./types-are-right.ts";
import { workflows } from "./workflows.ts";

const gates: readonly Gate[] = [
  publint,
  typesAreRight,
  tarballs,
  apiReports,
  installScripts,
  dependencyScripts,
  licences,
  knip,
  workflows,
  sizes,
];

const tools = join(repository, "scripts/tools/gates");
installToolSet(tools);
const folder = mkdtempSync(join(tmpdir(), "packages-"));
try {
  const context = { tarballs: packAll(folder), tools };
  for (const gate of gates) show(gate.name, await gate.run(context));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function show(name: string, { checked, problems, notes = [] }: GateResult): void {
  const failed = problems.length > 0;
  console.log(`${failed ? "FAILED" : "ok    "}  ${name.padEnd(26)} ${checked}`);
  for (const line of [...notes, ...problems]) console.log(`          ${line.replaceAll("\n", "\n          ")}`);
  if (failed) process.exitCode = 1;
}
