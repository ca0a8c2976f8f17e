// pnpm release:publish <folder>: publishes the packed versions that the registry lacks. Needs Node and npm, and nothing
// that is installed: it runs where npm would trust whatever runs.
import { parseArgs } from "node:util";
import { npmWith } from "./npm.ts";
import { publishPacked } from "./publish.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { "first-time": { type: "boolean", default: false }, registry: { type: "string" } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error("say what: pnpm release:publish <folder that pnpm release:pack has made>");

publishPacked({ folder, npm: npmWith(values), firstTime: values["first-time"], say: console.log });
