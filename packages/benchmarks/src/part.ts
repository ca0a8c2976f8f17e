// Measures one part and prints its lines as JSON. See `runPart`.
import { partNames } from "./options.ts";
import { parts } from "./parts.ts";

const [given, quick] = process.argv.slice(2);
const name = partNames.find((part) => part === given);
if (name === undefined) throw new Error(`no part "${given}"`);
const run = await parts[name]();
process.stdout.write(JSON.stringify(await run(quick === "true")));
