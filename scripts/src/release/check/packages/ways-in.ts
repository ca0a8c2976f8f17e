import type { Reason } from "../bump.ts";
import type { PackageState, Target } from "../state.ts";

/** Everything by which a package can be entered: what can be imported from it, and the commands that it brings. */
export function compareWaysIn(base: PackageState, next: PackageState): readonly Reason[] {
  return [
    ...compareWays(importsOf(base), importsOf(next)),
    ...compareWays(commandsOf(base), commandsOf(next)).filter(({ bump }) => bump !== "patch"),
  ];
}

/** The file behind each way in, by the sentence that names the way. */
type Ways = ReadonlyMap<string, string>;

function compareWays(base: Ways, next: Ways): readonly Reason[] {
  return [...new Set([...base.keys(), ...next.keys()])].flatMap((way): Reason[] => {
    const [before, after] = [base.get(way), next.get(way)];
    if (after === undefined) return [{ bump: "major", text: `${way} is gone` }];
    if (before === undefined) return [{ bump: "minor", text: `${way} is new` }];
    return before === after
      ? []
      : [{ bump: isData(before) || isData(after) ? "major" : "patch", text: `${way} is ${after}, and was ${before}` }];
  });
}

/** Code may move behind its entry point, whose API report is compared. Data has nothing else that says what it is. */
function isData(file: string): boolean {
  return !/\.([cm]?js|d\.[cm]?ts)$/.test(file);
}

function commandsOf({ manifest }: PackageState): Ways {
  return new Map(Object.entries(manifest.bin ?? {}).map(([name, file]) => [`the command ${name}`, file]));
}

/** A pattern is as many ways in as there are files for it. */
function importsOf({ manifest, files }: PackageState): Ways {
  const present = [...Object.keys(files), "package.json"].map((file) => `./${file}`);
  const ways = Object.entries(manifest.exports ?? {}).flatMap(([name, target]) =>
    targetsOf(target).flatMap(([condition, file]) =>
      matches(name, file, present).map(([name, file]) => [`the ${condition} of ${name}`, file] as const),
    ),
  );
  return new Map(ways.map(([way, file]) => [way.replace(/^the default of /, "the entry "), file]));
}

function targetsOf(target: Target, condition = "default"): readonly (readonly [string, string])[] {
  if (target === null) return [];
  if (typeof target === "string") return [[condition, target]];
  return Object.entries(target).flatMap(([key, inner]) =>
    targetsOf(inner, condition === "default" ? key : `${condition}, ${key}`),
  );
}

function matches(name: string, target: string, files: readonly string[]): readonly (readonly [string, string])[] {
  const [start = "", end] = target.split("*");
  if (end === undefined) return [[name, target]];
  return files
    .filter((file) => file.startsWith(start) && file.endsWith(end) && file.length > start.length + end.length)
    .map((file) => [name.replace("*", file.slice(start.length, file.length - end.length)), file] as const);
}
