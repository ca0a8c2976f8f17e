// The packages that are published: every workspace package whose manifest is not private.
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = fileURLToPath(new URL("../../../", import.meta.url));

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly description?: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** What can be imported from a package, with the files that stand behind it, relative to the package. */
export interface EntryPoint {
  /** As in `exports`: `.` or `./raw`. */
  readonly name: string;
  readonly types: string;
  readonly code: string;
}

export interface PublicPackage {
  readonly name: string;
  /** Below the root of the repository: `packages/runtime`. */
  readonly directory: string;
  readonly manifest: Manifest;
  /** Empty for the package of descriptions, which has no code. */
  readonly entryPoints: readonly EntryPoint[];
}

/** In the order of their names. */
export function publicPackages(root: string = repository): readonly PublicPackage[] {
  return globSync(["packages/*/package.json", "specs/package.json"], { cwd: root })
    .map((file) => {
      const manifest = JSON.parse(readFileSync(join(root, file), "utf8")) as Manifest;
      const directory = dirname(file).replaceAll("\\", "/");
      return { name: manifest.name, directory, manifest, entryPoints: entryPointsOf(manifest) };
    })
    .filter(({ manifest }) => manifest.private !== true)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function entryPointsOf({ exports = {} }: Manifest): readonly EntryPoint[] {
  return Object.entries(exports).flatMap(([name, target]) => {
    if (typeof target === "string") return [];
    const { types = "", default: code = "" } = target;
    return [{ name, types: types.replace("./", ""), code: code.replace("./", "") }];
  });
}
