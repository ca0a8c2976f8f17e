// A folder of tarballs, with the list of them: what the job that packs hands to the jobs that publish.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface PackedPackage {
  readonly name: string;
  readonly version: string;
  /** The tarball, relative to the folder. */
  readonly file: string;
}

/** In the order in which they are to be published. */
export function writePacked(folder: string, packages: readonly PackedPackage[]): void {
  writeFileSync(join(folder, "packed.json"), `${JSON.stringify(packages, null, 2)}\n`);
}

export function readPacked(folder: string): readonly PackedPackage[] {
  return JSON.parse(readFileSync(join(folder, "packed.json"), "utf8")) as readonly PackedPackage[];
}
