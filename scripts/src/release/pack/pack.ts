import { execFileSync } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { publicPackages, repository, type PublicPackage } from "../packages.ts";
import { inOrder } from "./order.ts";

export interface Tarball {
  readonly package: PublicPackage;
  readonly file: string;
  readonly bytes: number;
  /** What is in it, without the leading `package/`. */
  readonly files: readonly string[];
}

/** Packs every public package as `pnpm publish` would, each after those that it depends on. */
export function packAll(folder: string): readonly Tarball[] {
  mkdirSync(folder, { recursive: true });
  return inOrder(publicPackages()).map((item) => {
    const cwd = join(repository, item.directory);
    const args = ["pack", "--json", "--pack-destination", folder];
    const output = execFileSync("pnpm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
    const { filename: file } = JSON.parse(output) as { readonly filename: string };
    return { package: item, file, bytes: statSync(file).size, files: list(file) };
  });
}

/** Read from the archive itself: what packing reports leaves out what it adds, like the licence. */
function list(file: string): readonly string[] {
  return execFileSync("tar", ["-tzf", file], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((path) => path.replace(/^package\//, ""))
    .sort();
}
