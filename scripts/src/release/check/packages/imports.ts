import type { PackageState, Target } from "../state.ts";
import { askersBy, type Asker } from "./askers.ts";
import { conditionsIn, resolveTarget } from "./resolve-target.ts";

/** The file behind each way in, for everybody who comes by it. The way is a phrase: `the types of ./raw`. */
export type Ways = ReadonlyMap<string, ReadonlyMap<string, string>>;

type Exports = Readonly<Record<string, Target>>;

const exportsOf = ({ manifest }: PackageState): Exports => manifest.exports ?? {};

/** Everybody whom one of the packages may treat otherwise than the rest. */
export function askersOf(...packages: readonly PackageState[]): readonly Asker[] {
  return askersBy(packages.flatMap((item) => Object.values(exportsOf(item)).flatMap(conditionsIn)));
}

/** What can be imported from a package: of every entry the code and the types. */
export function importsOf(item: PackageState, askers: readonly Asker[]): Ways {
  const present = [...Object.keys(item.files), "package.json"].map((file) => `./${file}`);
  const ways = new Map<string, Map<string, string>>();
  for (const [key, target] of Object.entries(exportsOf(item))) {
    for (const { name: asker, conditions } of askers) {
      for (const [name, file] of reached(key, resolveTarget(target, new Set(conditions))))
        if (!isDeclaration(file)) add(`the entry ${name}`, asker, file);
      for (const [name, file] of reached(key, resolveTarget(target, new Set(["types", ...conditions]))))
        if (isDeclaration(file)) add(`the types of ${name}`, asker, file);
    }
  }
  return ways;

  /** A pattern is as many ways in as there are files for it, except those that another entry says more of. */
  function reached(key: string, file: string | undefined): readonly (readonly [string, string])[] {
    const found = file === undefined ? [] : matches(key, file, present);
    return found.filter(([name]) => keyOf(name, exportsOf(item)) === key);
  }

  function add(way: string, asker: string, file: string): void {
    ways.set(way, (ways.get(way) ?? new Map<string, string>()).set(asker, file));
  }
}

function isDeclaration(file: string): boolean {
  return /\.d\.[cm]?ts$/.test(file);
}

/** The entry that decides on a name: the one of just this name, or else the pattern that says most of it. */
function keyOf(name: string, exports: Exports): string | undefined {
  if (Object.hasOwn(exports, name)) return name;
  const fitting = Object.keys(exports).filter((key) => matches(key, key, [name]).length > 0 && key.includes("*"));
  return fitting.toSorted((a, b) => b.indexOf("*") - a.indexOf("*") || b.length - a.length)[0];
}

/** The names that a pattern gives to the files that are there. */
function matches(key: string, target: string, files: readonly string[]): readonly (readonly [string, string])[] {
  const [start = "", end] = target.split("*");
  if (end === undefined) return [[key, target]];
  return files
    .filter((file) => file.startsWith(start) && file.endsWith(end) && file.length > start.length + end.length)
    .map((file) => [key.replace("*", file.slice(start.length, file.length - end.length)), file] as const);
}
