// pnpm api: writes packages/*/api, the public API of every package as text, so that a change of it shows in review.
import { join } from "node:path";
import { installToolSet } from "../../tool-set.ts";
import { repository } from "../packages.ts";
import { commitReports } from "./committed.ts";
import { extractReports } from "./reports.ts";

const tools = join(repository, "scripts/tools/gates");
installToolSet(tools);
const reports = extractReports(tools);
const changed = commitReports(reports);
for (const file of changed) console.log(`written: ${file}`);
if (changed.length === 0) console.log(`${reports.size} API reports are up to date`);
