import type { Reason } from "../bump.ts";
import type { PackageState } from "../state.ts";
import { compareDependencies, comparePeers } from "./dependencies.ts";
import { compareEngines, comparePlatforms } from "./platforms.ts";
import { compareWaysIn } from "./ways-in.ts";

/** What of a manifest is compared by what it means. */
const understood = new Set([
  "bin",
  "cpu",
  "dependencies",
  "engines",
  "exports",
  "libc",
  "os",
  "peerDependencies",
  "peerDependenciesMeta",
]);
/** Fields of which no other value does what the one did. Without a `type`, code is CommonJS. */
const fixed = new Set(["browser", "license", "main", "module", "type", "types", "typesVersions"]);
const implied: Readonly<Record<string, unknown>> = { type: "commonjs" };

/** Compares what is published of a package with what was. `shown` are the libraries that its API names. */
export function comparePackages(base: PackageState, next: PackageState, shown: ReadonlySet<string>): readonly Reason[] {
  const meant = [
    ...compareWaysIn(base, next),
    ...compareEngines(base.manifest, next.manifest),
    ...comparePlatforms(base.manifest, next.manifest),
    ...comparePeers(base.manifest, next.manifest),
    ...compareDependencies(base, next, shown),
    ...compareFields(base, next),
  ];
  return [...(meant.length > 0 ? meant : compareText(base, next)), ...compareFiles(base, next)];
}

/** A manifest that means the same is published anew all the same, like a file of other bytes. */
function compareText(base: PackageState, next: PackageState): readonly Reason[] {
  const [before, after] = [base, next].map(({ manifest }) => JSON.stringify(manifest));
  if (before === after) return [];
  const differing = keysOf(base, next).filter(
    (key) => JSON.stringify(base.manifest[key]) !== JSON.stringify(next.manifest[key]),
  );
  const where = differing.length > 0 ? differing.map((key) => `\`${key}\``).join(", ") : "the order of its fields";
  return [{ bump: "patch", text: `the manifest is written otherwise: ${where}` }];
}

function compareFields(base: PackageState, next: PackageState): readonly Reason[] {
  return keysOf(base, next).flatMap((key) => {
    const [before, after] = [base, next].map(({ manifest }) => manifest[key] ?? implied[key]);
    if (understood.has(key) || JSON.stringify(before) === JSON.stringify(after)) return [];
    const text = `\`${key}\` of the manifest was ${JSON.stringify(before)} and is ${JSON.stringify(after)}`;
    return [{ bump: fixed.has(key) ? (before === undefined ? "minor" : "major") : "patch", text } as const];
  });
}

function keysOf(base: PackageState, next: PackageState): readonly string[] {
  return [...new Set([...Object.keys(base.manifest), ...Object.keys(next.manifest)])];
}

function compareFiles(base: PackageState, next: PackageState): readonly Reason[] {
  const paths = [...new Set([...Object.keys(base.files), ...Object.keys(next.files)])];
  const differing = paths.filter((path) => base.files[path] !== next.files[path]);
  if (differing.length === 0) return [];
  const more = differing.length > 3 ? ` and ${differing.length - 3} more files` : "";
  return [{ bump: "patch", text: `what is published differs: ${differing.slice(0, 3).join(", ")}${more}` }];
}
