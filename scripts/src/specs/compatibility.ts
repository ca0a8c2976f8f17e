// Tells what changed in each description since it was last released, and what that asks of the next version. The word of
// `redocly diff` and of the comparisons beside it counts; oasdiff, which shares no code with them, is heard where Go is at
// hand.
import { findApis } from "./apis.ts";
import { bundle, type Document } from "./bundle.ts";
import { compareDescriptions } from "./compare.ts";
import { oasdiff } from "./oasdiff.ts";
import { proveComparison, withoutFirstPath } from "./prove-comparison.ts";
import { releasedDescriptions } from "./released.ts";

const released = await releasedDescriptions();
const present = new Map(findApis().map((api) => [api.name, api]));
const names = [...new Set([...released.keys(), ...present.keys()])];
console.log((await Promise.all(names.map(report))).join("\n\n"));

async function report(name: string): Promise<string> {
  const [before, api] = [released.get(name), present.get(name)];
  if (before === undefined) return `${name}: never released`;
  if (api === undefined) return `${name}: major\n  major  The whole API is gone.`;
  await proveComparison(before);
  const after = await bundle(api);
  const { bump, changes } = await compareDescriptions(before, after);
  return [
    `${name}: ${bump}`,
    ...changes.map((change) => `  ${change.bump.padEnd(7)}${change.text}\n         ${change.place}`),
    `  second opinion: ${await secondOpinion(before, after)}`,
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
