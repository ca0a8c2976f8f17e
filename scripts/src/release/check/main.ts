// pnpm release:check: holds the pending changesets against what really changed since the last release.
// `--keep` makes the present state the last release; that is a step of making a version.
import { parseArgs } from "node:util";
import { repository } from "../packages.ts";
import { keepBaseline, readBaseline } from "./baseline.ts";
import { readClaims } from "./claims.ts";
import { compileExamples } from "./examples.ts";
import { judge } from "./judge.ts";
import { presentState } from "./present.ts";
import { reachVerdicts } from "./verdict.ts";

const { values } = parseArgs({ options: { keep: { type: "boolean", default: false } } });
const present = presentState();
if (values.keep) {
  await keepBaseline(present);
} else {
  const base = await readBaseline();
  const judged = await judge(base, present, { compile: compileExamples });
  const verdicts = reachVerdicts(base, judged, await readClaims(repository));
  const rows = verdicts.map(({ name, released, judged, asked, claimed, problems }) =>
    [name.padEnd(28), released.padEnd(9), judged, asked, claimed, problems.length > 0 ? "FAILED" : "ok"]
      .map((cell) => cell.padEnd(8))
      .join(" "),
  );
  console.log(["package".padEnd(28), "released ", "judged  ", "asked   ", "claimed"].join(" "));
  console.log(rows.join("\n"));
  const problems = verdicts.flatMap((verdict) => verdict.problems);
  if (problems.length > 0) {
    console.error(`\n${problems.join("\n")}`);
    process.exitCode = 1;
  }
}
