// pnpm release:publish <folder>: publishes the packed versions that the registry lacks. Needs Node and npm, and nothing
// that is installed: it runs where npm would trust whatever runs.
import { existsSync } from "node:fs";
import { readArguments, refuseArguments } from "../../arguments.ts";
import { npmWith } from "./npm.ts";
import { publishPacked } from "./publish.ts";

const usage = "pnpm release:publish <folder> [--first-time] [--registry <address>]";
const { values, positionals } = readArguments(usage, {
  allowPositionals: true,
  options: { "first-time": { type: "boolean", default: false }, registry: { type: "string" } },
});
const [folder] = positionals;
if (folder === undefined || !existsSync(folder)) {
  refuseArguments(usage, `say what: a folder that pnpm release:pack has made, not ${folder ?? "nothing"}`);
}

publishPacked({ folder, npm: npmWith(values), firstTime: values["first-time"], say: console.log });
