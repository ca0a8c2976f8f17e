import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { publicPackages, repository } from "../packages.ts";
import type { Gate } from "./gate.ts";

/** Of a package from a registry nothing else is run. */
const runAtInstall = ["preinstall", "install", "postinstall"];

/** A package as `pnpm list` shows it: by the lock file, with the place where it is installed. */
export interface Listed {
  readonly version: string;
  readonly path: string;
  readonly dependencies?: Dependencies;
  readonly optionalDependencies?: Dependencies;
}
type Dependencies = Readonly<Record<string, Listed>>;

/** Nothing that installing our packages brings along runs a script there. */
export const dependencyScripts: Gate = {
  name: "no scripts of dependencies",
  run: () => {
    const ours = publicPackages().map(({ name }) => name);
    const args = [...ours.map((name) => `--filter=${name}`), "list", "--prod", "--depth", "Infinity", "--json"];
    const output = execFileSync("pnpm", args, { cwd: repository, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
    const roots = JSON.parse(output) as readonly Listed[];
    const foreign = [...broughtAlong(roots)].filter(([name]) => !ours.some((own) => name.startsWith(`${own}@`)));
    return {
      checked: `${foreign.length} packages that ours bring along: ${foreign.map(([name]) => name).join(", ")}`,
      problems: [
        // An empty list would pass everything.
        ...(foreign.length === 0 ? ["pnpm lists no dependency, although openapi-fetch is one"] : []),
        ...foreign.flatMap(([name, path]) => scriptsOf(path).map((what) => `${name} ${what}`)),
      ],
    };
  },
};

/** Each package once, as `name@version`, with its folder. */
export function broughtAlong(packages: readonly Listed[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = ({ dependencies, optionalDependencies }: Listed): void => {
    for (const [name, listed] of Object.entries({ ...dependencies, ...optionalDependencies })) {
      found.set(`${name}@${listed.version}`, listed.path);
      visit(listed);
    }
  };
  packages.forEach(visit);
  return found;
}

/** What installing the package in this folder runs. */
export function scriptsOf(folder: string): readonly string[] {
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) return ["is not installed here, so that nobody knows what it runs; run pnpm install"];
  const { scripts = {} } = JSON.parse(readFileSync(manifest, "utf8")) as { scripts?: Readonly<Record<string, string>> };
  return [
    ...runAtInstall.filter((script) => script in scripts).map((script) => `has "${script}": ${scripts[script]}`),
    // npm runs node-gyp for it without being asked.
    ...(existsSync(join(folder, "binding.gyp")) ? ["has a binding.gyp"] : []),
  ];
}
