// pnpm release:pack <folder>: the tarballs of a release, in a new folder, with the list of them.
import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { packAll } from "./pack.ts";
import { writePacked } from "./packed.ts";

const [folder] = parseArgs({ allowPositionals: true }).positionals;
if (folder === undefined) throw new Error("say where to: pnpm release:pack <folder>");
if (existsSync(folder)) throw new Error(`${folder} is there already; name a new folder`);

const packed = packAll(resolve(folder)).map(({ package: { name, manifest }, file }) => ({
  name,
  version: manifest.version,
  file: basename(file),
}));
writePacked(folder, packed);
for (const { name, version, file } of packed) console.log(`packed ${name} ${version} as ${file}`);
