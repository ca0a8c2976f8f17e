// Which declaration files a compiler reads, beginning at a package's entry points.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

const relativeImport = /(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)["'](\.[^"']+)["']/g;

/** The declarations that the given ones lead to, themselves included. All paths are relative to the folder. */
export function reachableDeclarations(folder: string, entries: readonly string[]): ReadonlySet<string> {
  const found = new Set(entries.map((file) => normalize(file)));
  // A set that grows while it is read hands out what was added.
  for (const file of found) {
    const path = join(folder, file);
    if (!existsSync(path)) throw new Error(`${path} is not there; run pnpm build`);
    for (const [, specifier = ""] of readFileSync(path, "utf8").matchAll(relativeImport)) {
      found.add(join(dirname(file), specifier.replace(/\.js$/, ".d.ts")));
    }
  }
  return found;
}
