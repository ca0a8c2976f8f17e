// Changes the descriptions in every way that is known and asks the judges to notice. Ends with 1 when too much survives, when
// something survives that nobody has looked at, or when a judge notices nothing.
import { mkdirSync, writeFileSync } from "node:fs";
import { loadDescriptions } from "../support/descriptions.ts";
import { problemsOf, reportOf } from "./report.ts";
import { judgeAll } from "./run.ts";

const verdicts = await judgeAll(await loadDescriptions());
const report = reportOf(verdicts);
console.log(report);
const problems = problemsOf(verdicts);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;

if (process.env["UPDATE_RESULTS"] !== undefined && problems.length === 0) {
  const results = new URL("../../results/", import.meta.url);
  mkdirSync(results, { recursive: true });
  const intro =
    "Written by `contract/description-mutants/main.ts`. Each mutant is a description with one thing changed. The judges are asked in the order of\n" +
    "the columns, each about what those before it let pass. *engine*: it cannot be compiled.\n" +
    "*traffic*: another verdict on a recorded request or answer. *facts*: another verdict on a message that follows from the\n" +
    "facts, which are written by hand. *generated code*: it would differ, which does not count as caught.";
  writeFileSync(new URL("description-mutants.md", results), `# Mutants of the descriptions\n\n${intro}\n\n${report}\n`);
}
