import { execFileSync } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { budgets, type Budget } from "../budgets.ts";
import { generatedClient } from "../generated-client.ts";
import type { Line } from "../line.ts";
import { figure, multiple, rotated } from "../statistics.ts";

interface Import {
  readonly what: string;
  readonly specifiers: readonly string[];
  readonly budget?: Budget;
}

const rival = "openapi-fetch 0.17";
const imports: readonly Import[] = [
  { what: rival, specifiers: ["openapi-fetch"] },
  { what: "@org/foundry-aip-agents", specifiers: ["@org/foundry-aip-agents"] },
  {
    what: "@org/sessions with one provider",
    specifiers: ["@org/sessions", "@org/sessions/foundry-aip-agents"],
    budget: budgets.import,
  },
  { what: "redocly generate-client 2.77", specifiers: [pathToFileURL(generatedClient.module).href] },
  {
    what: "@osdk/client 2.22 and @osdk/foundry.aipagents 2.38",
    specifiers: ["@osdk/client", "@osdk/foundry.aipagents"],
  },
  { what: "ky 2.1", specifiers: ["ky"] },
];

/** How long a first import takes, in a fresh process each time, in turns. */
export function runImport(quick: boolean): Line[] {
  const rounds = quick ? 5 : 15;
  const times = new Map<string, number[]>(imports.map(({ what }) => [what, []]));
  // The first round reads the files from disk and counts for nobody.
  for (const { specifiers } of imports) coldImport(specifiers);
  for (let round = 0; round < rounds; round++) {
    for (const { what, specifiers } of rotated(imports, round)) times.get(what)?.push(coldImport(specifiers));
  }
  return imports.map(({ what, budget }) => ({
    group: "a cold import",
    what,
    unit: "ms",
    value: figure(times.get(what) ?? []),
    versus: multiple(times.get(what) ?? [], times.get(rival) ?? []),
    budget,
  }));
}

function coldImport(specifiers: readonly string[]): number {
  const probe = fileURLToPath(new URL("probe.ts", import.meta.url));
  return Number(execFileSync(process.execPath, [probe, ...specifiers], { encoding: "utf8" }));
}
