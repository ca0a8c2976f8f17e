// Lints every description with Redocly and our own rules, converts it down to 3.0.3 and lints that too, and lints the
// workflows. Any problem fails, a warning as well.
import { findApis } from "./apis.ts";
import { bundle } from "./bundle.ts";
import { lintDownConverted } from "./lint-down-converted.ts";
import { lintWorkflows } from "./lint-workflows.ts";
import { clashes, operationIds } from "./operation-ids.ts";
import { lint, type Problem } from "./redocly.ts";

function fail(problems: readonly Problem[]): void {
  for (const { file, line, column, rule, message } of problems) {
    console.error(`${file}:${line}:${column}  ${rule}\n    ${message}`);
  }
  console.error(`\n${problems.length} problem(s). How to write a description: specs/README.md`);
  process.exitCode = 1;
}

const apis = findApis();
const problems = [
  ...(await lint(
    apis.map(({ description }) => description),
    { config: "redocly.yaml" },
  )),
  ...(await lintWorkflows(apis)),
];
if (problems.length > 0) {
  fail(problems);
} else {
  const bundled = await Promise.all(apis.map(async (api) => ({ api, document: await bundle(api) })));
  const later = [...clashes(bundled), ...(await lintDownConverted(bundled))];
  if (later.length > 0) fail(later);
  else {
    for (const { api, document } of bundled) {
      const count = `${operationIds(document).length} operations`;
      const workflows = api.workflows === undefined ? "" : "   workflows clean";
      console.log(`${api.name.padEnd(24)}${count.padEnd(16)}3.1 clean   3.0.3 clean${workflows}`);
    }
  }
}
