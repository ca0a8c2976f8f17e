import { mkdir, writeFile } from "node:fs/promises";
import { groups } from "./groups/index.ts";
import { reportOf } from "./harness/report.ts";
import { run } from "./harness/run.ts";

// Words choose the groups or mutants whose title, file or name holds one of them; without any, all are run.
const words = process.argv.slice(2);
const isChosen = (...texts: readonly string[]): boolean =>
  words.length === 0 || words.some((word) => texts.some((text) => text.includes(word)));
const chosen = groups
  .map((group) => ({
    ...group,
    mutants: group.mutants.filter(({ name, file }) => isChosen(group.title, file, name)),
  }))
  .filter(({ mutants }) => mutants.length > 0);

const judged = await run(chosen);
const caught = judged.filter(({ verdict }) => verdict.kind === "killed" || verdict.kind === "timed-out").length;
process.stdout.write(`\n${caught} of ${chosen.flatMap(({ mutants }) => mutants).length} mutants caught\n`);

if (process.env["UPDATE_RESULTS"] !== undefined && words.length === 0) {
  const folder = new URL("../results/", import.meta.url);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL("mutants.md", folder), reportOf(judged));
}
