// pnpm test:properties [--minutes 20]: runs every suite that has properties with one seed after the other, and says which
// of them show something that the usual one does not.
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { join, resolve } from "node:path";
import { readArguments, refuseArguments } from "../arguments.ts";
import { suites, vitest, type Suite } from "./suites.ts";

const root = resolve(import.meta.dirname, "../../..");
const usage = "pnpm test:properties [--minutes 20]";
const { values } = readArguments(usage, { options: { minutes: { type: "string", default: "20" } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) refuseArguments(usage, `--minutes must be a number above 0, not ${JSON.stringify(values.minutes)}`);

const end = performance.now() + minutes * 60_000;
const found: string[] = [];
let seeds = 0;
// Each seed is tried by all suites, however late it has become: none is left out each time.
for (; performance.now() < end; seeds++) {
  const seed = randomInt(2 ** 31);
  for (const suite of suites) {
    const output = failureOf(suite, seed);
    if (output === undefined) continue;
    console.error(output);
    found.push(`PROPERTY_SEED=${seed} pnpm --dir ${suite.directory} exec vitest run --config ${suite.config}`);
  }
}
console.log(`Seeds: ${seeds}. Failures: ${found.length}.`);
if (found.length > 0) {
  console.error(["", "Each is seen again by:", ...found].join("\n"));
  process.exitCode = 1;
}

function failureOf({ directory, config }: Suite, seed: number): string | undefined {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [vitest, "run", "--config", config, "--reporter", "dot"],
    {
      cwd: join(root, directory),
      env: { ...process.env, PROPERTY_SEED: String(seed), CI: "true" },
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    },
  );
  return status === 0 ? undefined : stdout + stderr;
}
