// pnpm test:downstream: every generator on every description, with live calls. See the README for the options.
import { parseArgs } from "node:util";
import { apiNames, type CellResult, type Generator, type Toolchain } from "./model.ts";
import { runCell } from "./run-cell.ts";
import { find, toolchains } from "./toolchains.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [] },
    quick: { type: "boolean", default: false },
  },
});

const results: CellResult[] = [];
for (const toolchain of toolchains) results.push(...(await runLanguage(toolchain)));
for (const r of results) console.log(r.api, r.generator, r.version, JSON.stringify(r.stages));

async function runLanguage(toolchain: Toolchain): Promise<CellResult[]> {
  const generators = toolchain.generators.filter(({ quick }) => quick === true || !values.quick).filter((g: Generator)=>values.only.length===0||values.only.includes(g.name)||values.only.includes(g.language));
  const found = find(toolchain);
  if ("missing" in found) throw new Error(found.missing);
  await toolchain.prepare(generators);
  const out: CellResult[] = [];
  for (const g of generators) for (const api of apiNames) out.push(await runCell(api, g, found.version));
  return out;
}
