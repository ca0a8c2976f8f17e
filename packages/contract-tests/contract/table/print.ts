// Prints the table of what the suites have counted, and ends with 1 when an operation of a description has no case in one
// of the four directions. `--records` names another folder than the one that the suites write to.
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { casesFolder, readCases } from "../../src/cases.ts";
import { allOperations } from "../support/descriptions.ts";
import { holesIn, strangersIn } from "./holes.ts";
import { caseTable, foreignJudges } from "./table.ts";

const { values: options } = parseArgs({ options: { records: { type: "string", default: casesFolder } } });
const records = readCases(options.records);
const printed = caseTable(records, allOperations);
const absent = foreignJudges.filter((judge) => !records.some((record) => record.judge === judge));
const total = records.reduce((sum, { cases }) => sum + cases, 0).toLocaleString("en");
const notes = [
  `${total} cases over ${allOperations.length} operations.`,
  ...absent.map((judge) => `Not run: ${judge}. What it would have judged is not counted.`),
];
console.log(`${printed}\n\n${notes.join("\n")}`);

for (const { api, operation, direction } of holesIn(records, allOperations)) {
  console.error(`Hole: nobody has looked at ${api}, ${operation}, in the direction ${direction}`);
  process.exitCode = 1;
}
for (const { api, operation, judge } of strangersIn(records, allOperations)) {
  console.error(`${judge} counts cases of ${api}, ${operation}, which no description has`);
  process.exitCode = 1;
}

if (process.env["UPDATE_RESULTS"] !== undefined && process.exitCode === undefined) {
  const results = new URL("../../results/", import.meta.url);
  mkdirSync(results, { recursive: true });
  const title = "# Who has looked at what";
  const intro = "Written by `pnpm test:contract`: how many cases each judge has decided, counted while they ran.";
  writeFileSync(new URL("contract-table.md", results), `${title}\n\n${intro}\n\n${printed}\n\n${notes.join("\n\n")}\n`);
  // For the site's page of coverage.
  writeFileSync(new URL("contract-cases.json", results), `${JSON.stringify(records, null, 2)}\n`);
}
