// node scripts/src/release/plan/main.ts: what a push to main asks for, as the outputs of a step. `pending`: there are
// changesets to make versions of. `unreleased`: there are none, and a version has not been released.
import { unreleasedTags } from "../announce/announce.ts";
import { repository } from "../packages.ts";
import { pendingChangesets } from "../pending.ts";

const pending = pendingChangesets(repository).length > 0;
const unreleased = pending ? [] : unreleasedTags({ root: repository });
for (const tag of unreleased) console.error(`${tag} is to be released`);
console.log(`pending=${pending}\nunreleased=${unreleased.length > 0}`);
