// pnpm release:pack <folder>: the tarballs of a release, in a new folder, with the list of them.
import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { readArguments, refuseArguments } from "../../arguments.ts";
import { packAll } from "./pack.ts";
import { writePacked } from "./packed.ts";

const usage = "pnpm release:pack <new folder>";
const [folder] = readArguments(usage, { allowPositionals: true }).positionals;
if (folder === undefined) refuseArguments(usage, "say where to");
if (existsSync(folder)) refuseArguments(usage, `${folder} is there already; name a new folder`);

const packed = packAll(resolve(folder)).map(({ package: { name, manifest }, file }) => ({
  name,
  version: manifest.version,
  file: basename(file),
}));
writePacked(folder, packed);
for (const { name, version, file } of packed) console.log(`packed ${name} ${version} as ${file}`);
