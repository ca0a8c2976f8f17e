// Runs the judges that share no code with @org/contract, all or those named, and prints what they say. Ends with 1 when one
// finds something new, no longer finds what was reviewed, or misses a planted fault.
import { writeCases } from "../src/cases.ts";
import { drift } from "./drift/judge.ts";
import type { Judge } from "./judge.ts";
import { printVerdict, summary } from "./print.ts";
import { prism } from "./prism/judge.ts";
import { respect } from "./respect/judge.ts";
import { reviewed } from "./reviewed.ts";
import { schemathesis } from "./schemathesis/judge.ts";
import { hear, type Verdict } from "./verdict.ts";

const judges: readonly Judge[] = [respect, prism, drift, schemathesis];

const wanted = process.argv.slice(2);
const stranger = wanted.find((name) => !judges.some((judge) => judge.name === name));
if (stranger !== undefined) {
  console.error(`There is no judge "${stranger}"; there are ${judges.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}

const verdicts: Verdict[] = [];
for (const judge of judges.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const verdict = await hear(judge, reviewed);
  verdicts.push(verdict);
  console.log(printVerdict(verdict));
  writeCases(verdict.judge, verdict.report?.cases ?? []);
}
console.log(summary(verdicts));
if (verdicts.some(({ failed }) => failed)) process.exitCode = 1;
