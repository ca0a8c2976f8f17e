// pnpm release:check: holds the pending changesets against what really changed since the last release.
// `--keep` makes the present state the last release; that is a step of making a version.
import { readArguments } from "../../arguments.ts";
import { repository } from "../packages.ts";
import { keepBaseline, readBaseline } from "./baseline.ts";
import { readClaims } from "./claims.ts";
import { compileExamples } from "./examples.ts";
import { judge } from "./judge.ts";
import { presentState } from "./present.ts";
import { ReleaseError } from "./release-error.ts";
import { reachVerdicts } from "./verdict.ts";

/** So many reasons of a package are enough where nothing is wrong with it. */
const shown = 5;

const { values } = readArguments("pnpm release:check [--keep]", {
  options: { keep: { type: "boolean", default: false } },
});
try {
  if (values.keep) await keepBaseline(presentState());
  else await check();
} catch (error) {
  if (!(error instanceof ReleaseError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function check(): Promise<void> {
  const base = await readBaseline();
  const claims = await readClaims(repository);
  const judged = await judge(base, presentState(), { compile: compileExamples });
  const verdicts = reachVerdicts(base, judged, claims);
  const rows = verdicts.map(({ name, released, judged, asked, claimed, problems }) =>
    [name.padEnd(28), released.padEnd(9), judged, asked, claimed, problems.length > 0 ? "FAILED" : "ok"]
      .map((cell) => cell.padEnd(8))
      .join(" "),
  );
  console.log(["package".padEnd(28), "released ", "judged  ", "asked   ", "claimed"].join(" "));
  console.log(rows.join("\n"));
  for (const { name, problems } of verdicts) {
    const reasons = judged.get(name)?.reasons ?? [];
    if (problems.length > 0 || reasons.length === 0) continue;
    const more = reasons.length > shown ? [`and ${reasons.length - shown} more`] : [];
    const lines = [...reasons.slice(0, shown).map(({ bump, text }) => `${bump}: ${text}`), ...more];
    console.log(`\n${name}:${lines.map((line) => `\n    ${line}`).join("")}`);
  }
  const problems = verdicts.flatMap((verdict) => verdict.problems);
  if (problems.length > 0) {
    console.error(`\n${problems.join("\n")}`);
    process.exitCode = 1;
  }
}
