// node scripts/src/release/announce/main.ts <folder>: tags what was published, and makes its releases, with the descriptions
// attached. Needs Node, git and gh, and nothing that is installed: it runs where the repository may be written.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readPacked } from "../pack/packed.ts";
import { publicPackages, repository } from "../packages.ts";
import { announce } from "./announce.ts";
import { unpackDescriptions } from "./descriptions.ts";

const [packed] = parseArgs({ allowPositionals: true }).positionals;
if (packed === undefined) throw new Error("say what was published: the folder that pnpm release:pack has made");

const specs = publicPackages().find(({ directory }) => directory === "specs");
const tarball = readPacked(packed).find(({ name }) => name === specs?.name);
if (tarball === undefined) throw new Error(`there are no descriptions in ${packed}`);

const folder = mkdtempSync(join(tmpdir(), "descriptions-"));
try {
  const files = new Map([["specs", unpackDescriptions(join(packed, tarball.file), folder)]]);
  announce({ root: repository, files, say: console.log });
} finally {
  rmSync(folder, { recursive: true });
}
