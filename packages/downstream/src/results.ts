import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { guideFile, guides } from "./guides.ts";
import { type CellResult, stages } from "./model.ts";
import { home } from "./places.ts";
import { markdown, state, warningsOf } from "./table.ts";

/** Writes what is committed for the docs site. Without times: they are of one machine and one day. */
export async function writeResults(results: readonly CellResult[]): Promise<void> {
  const cells = results.map((result) => {
    const { api, generator, language, version, reads } = result;
    const reached = Object.fromEntries(stages.map((stage) => [stage, result.stages[stage]?.ok ?? false]));
    return { language, generator, version, reads, api, state: state(result), ...reached, warnings: warningsOf(result) };
  });
  await mkdir(join(home, "results"), { recursive: true });
  await writeFile(join(home, "results/downstream.json"), `${JSON.stringify(cells, null, 2)}\n`);
  await writeFile(join(home, "results/downstream.md"), markdown(results));
  for (const { language, text } of await guides()) await writeFile(guideFile(language), text);
}
