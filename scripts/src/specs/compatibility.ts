// Tells what changed in each description since it was last released, and what that asks of the next version. The word of
// `redocly diff` counts; oasdiff, which shares no code with it, is heard where Go is at hand. `--keep` makes the present
// descriptions the released ones.
import { parseArgs } from "node:util";
import { type Api, findApis } from "./apis.ts";
import { bundle, type Document } from "./bundle.ts";
import { compareDescriptions } from "./compare.ts";
import { oasdiff } from "./oasdiff.ts";
import { proveComparison, withoutFirstPath } from "./prove-comparison.ts";
import { keepAsReleased, releasedDescription } from "./released.ts";

const { values } = parseArgs({ options: { keep: { type: "boolean", default: false } } });
if (values.keep) await keepAsReleased();
else await Promise.all(findApis().map(report)).then((reports) => console.log(reports.join("\n\n")));

async function report(api: Api): Promise<string> {
  const [released, present] = await Promise.all([releasedDescription(api), bundle(api)]);
  if (released === undefined) return `${api.name}: never released`;
  await proveComparison(released);
  const { bump, changes } = await compareDescriptions(released, present);
  return [
    `${api.name}: ${bump}`,
    ...changes.map((change) => `  ${change.bump.padEnd(7)}${change.text}\n         ${change.place}`),
    `  second opinion: ${await secondOpinion(released, present)}`,
  ].join("\n");
}

async function secondOpinion(released: Document, present: Document): Promise<string> {
  const opinion = await oasdiff(released, present);
  if (opinion === undefined) return "not asked (no go)";
  const known = await oasdiff(released, withoutFirstPath(released));
  if (known?.breaking.length === 0) throw new Error("oasdiff does not mind a path that is gone: it proves nothing");
  if (opinion.breaking.length === 0) return `oasdiff ${opinion.version} finds nothing that breaks`;
  return `oasdiff ${opinion.version} finds that this breaks:${opinion.breaking.map((text) => `\n    ${text}`).join("")}`;
}
