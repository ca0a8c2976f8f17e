// `pnpm bench`: measures everything that we claim beside its rivals, and fails when a budget of the design is missed.
//
//   --only calls|size|import|types|listing   (repeatable, or with commas)   --quick   --json
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { missed } from "./budgets.ts";
import { environment } from "./environment.ts";
import { generateClient } from "./generated-client.ts";
import type { Line } from "./line.ts";
import { partNames, readOptions } from "./options.ts";
import { runPart } from "./parts.ts";
import { resultsFolder } from "./paths.ts";
import { makeReport, toJson, toMarkdown } from "./report.ts";
import { textTable } from "./table.ts";

const options = readOptions(process.argv.slice(2));
const startedAt = performance.now();
const say = (text: string): boolean => process.stderr.write(`${text}\n`);

generateClient();
const lines: Line[] = [];
for (const name of options.parts) {
  say(`measuring: ${name}`);
  lines.push(...runPart(name, options.quick));
}
const report = makeReport(environment(), lines, performance.now() - startedAt);
process.stdout.write(options.json ? toJson(report) : `\n${textTable(lines)}\n\n`);

if (options.quick || options.parts.length < partNames.length) {
  say("not a complete run, so results/ stays as it is");
} else {
  mkdirSync(resultsFolder, { recursive: true });
  writeFileSync(join(resultsFolder, "latest.json"), toJson(report));
  writeFileSync(join(resultsFolder, "latest.md"), toMarkdown(report));
}

const failures = missed(lines);
for (const { group, what, budget } of failures) say(`MISSED: ${what} (${group}): ${budget?.text}`);
process.exitCode = failures.length > 0 ? 1 : 0;
