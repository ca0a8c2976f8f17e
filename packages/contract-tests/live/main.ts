// Holds the real services against their descriptions: the workflows, and reading calls of our clients. Says what it is going
// to do, does it, and writes what it found. Exit codes: 0 no deviation, 1 deviations, 2 it could not begin.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { textsWithSecrets } from "../judges/support/secrets.ts";
import { carryOut, type Outcome } from "./carry-out.ts";
import { describePlan, planFor, type Plan } from "./plan.ts";
import { deviationsIn, reportOf, toMarkdown } from "./report.ts";
import { readTarget, services, UsageError, type Target, type Unreachable } from "./services.ts";
import { usage, variablesOf } from "./usage.ts";

const { create, dryRun, folder } = readOptions();
const { targets, unreachable } = readTargets();
for (const service of unreachable) console.log(variablesOf(service));
if (targets.length === 0) {
  console.error("No service can be asked: set the variables of at least one. --help says what they mean.");
  process.exit(2);
}

const plans: Plan[] = [];
for (const target of targets) plans.push(await planFor(target, { create }));
console.log(plans.map(describePlan).join("\n"));
if (dryRun) {
  console.log("Nothing was sent: --dry-run.");
  process.exit(0);
}

const done: { readonly plan: Plan; readonly outcome: Outcome }[] = [];
for (const plan of plans) done.push({ plan, outcome: await carryOut(plan) });
const report = reportOf(done, unreachable);
const texts = { "drift.md": toMarkdown(report), "drift.json": `${JSON.stringify(report, null, 2)}\n` };
const leaking = textsWithSecrets(
  texts,
  targets.flatMap(({ secrets }) => secrets),
);
if (leaking.length > 0) throw new Error(`A credential stands in ${leaking.join(" and ")}: nothing was written`);

mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
const deviations = deviationsIn(report);
console.log(texts["drift.md"]);
console.log(
  `${deviations === 0 ? "No deviations" : `${deviations} deviations`}: ${join(folder, "drift.md")} and drift.json`,
);
process.exitCode = deviations === 0 ? 0 : 1;

function readTargets(): { readonly targets: readonly Target[]; readonly unreachable: readonly Unreachable[] } {
  try {
    const read = services.map((service) => readTarget(service, process.env));
    return {
      targets: read.filter((service) => "baseUrl" in service),
      unreachable: read.filter((service) => "missing" in service),
    };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

function readOptions(): { readonly create: boolean; readonly dryRun: boolean; readonly folder: string } {
  try {
    const { values } = parseArgs({
      options: {
        create: { type: "boolean", default: false },
        "dry-run": { type: "boolean", default: false },
        out: { type: "string", default: "live-report" },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) {
      console.log(usage());
      process.exit(0);
    }
    return { create: values.create, dryRun: values["dry-run"], folder: values.out };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage()}`);
    process.exit(2);
  }
}
