// pnpm test:downstream: generates a client with every generator from every description, compiles it, and makes live calls.
import { unexplained } from "./explained.ts";
import { apiNames, type ApiName, type CellResult, type Generator, type Toolchain } from "./model.ts";
import { type Options, readOptions, usage } from "./options.ts";
import { writeResults } from "./results.ts";
import { runCell } from "./run-cell.ts";
import { lines, secondsOf, state, summary } from "./table.ts";
import { find, toolchains } from "./toolchains.ts";

/** Two languages at a time: generators wait for the network and start slowly, compilers use every core. */
const LANES = 2;

await main().catch((error: unknown) => {
  console.error(error instanceof TypeError ? `${error.message}\n\n${usage}` : error);
  process.exitCode = error instanceof TypeError ? 2 : 1;
});

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const begin = performance.now();
  const results = await runAll(options);

  console.log(`\n${lines(results)}\n\n${summary(results)}`);
  const skipped = results.filter(({ notTested }) => notTested !== undefined).length;
  const problems = unexplained(results);
  const live = results.filter((result) => state(result) === "live").length;
  const seconds = Math.round((performance.now() - begin) / 1_000);
  console.log(`\n${live} of ${results.length} cells live, ${skipped} not tested, in ${seconds} s`);
  if (problems.length > 0) {
    console.error(`\n${problems.join("\n\n")}`);
    process.exitCode = 1;
  } else if (options.update) await writeResults(results);
}

async function runAll(options: Options): Promise<CellResult[]> {
  const byLanguage = new Map<Toolchain, CellResult[]>();
  const waiting = [...toolchains];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      byLanguage.set(next, await runLanguage(next, options));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return toolchains.flatMap((toolchain) => byLanguage.get(toolchain) ?? []);
}

async function runLanguage(toolchain: Toolchain, { wants }: Options): Promise<CellResult[]> {
  const cells = toolchain.generators.flatMap((generator) =>
    apiNames
      .filter((api) => wants(api, generator))
      .map((api) => ({ api, generator, ...find(toolchain.needs, generator.needs) })),
  );
  const possible = cells.filter((cell) => cell.missing === undefined).map(({ generator }) => generator);
  if (possible.length > 0) await toolchain.prepare([...new Set(possible)]);

  const results: CellResult[] = [];
  for (const { api, generator, missing, version } of cells) {
    const result = missing === undefined ? await runCell(api, generator, version) : notTested(api, generator, missing);
    console.log(`${generator.name} on ${api}: ${state(result)} (${secondsOf(result).toFixed(1)} s)`);
    results.push(result);
  }
  return results;
}

function notTested(api: ApiName, { name, language, version, reads }: Generator, missing: string): CellResult {
  return { api, generator: name, language, version, reads, notTested: `no ${missing}`, stages: {} };
}
