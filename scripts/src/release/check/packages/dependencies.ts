import semver from "semver";
import type { Reason } from "../bump.ts";
import type { PackageState, PackedManifest } from "../state.ts";
import { compareRanges } from "./platforms.ts";

/** What applications must bring. */
export function comparePeers(base: PackedManifest, next: PackedManifest): readonly Reason[] {
  const [before, after] = [peersOf(base), peersOf(next)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name): readonly Reason[] => {
    const [had, has] = [before.get(name), after.get(name)];
    if (has === undefined) return [{ bump: "minor", text: `the peer ${name} need not be brought any more` }];
    if (had === undefined)
      return [{ bump: has.isOptional ? "minor" : "major", text: `the peer ${name} ${has.range} is new` }];
    const required = { bump: "major", text: `the peer ${name} is no longer optional` } as const;
    return [
      ...(had.isOptional && !has.isOptional ? [required] : []),
      ...compareRanges(`the range of the peer ${name}`, had.range, has.range),
    ];
  });
}

interface Peer {
  readonly range: string;
  readonly isOptional: boolean;
}

function peersOf({ peerDependencies = {}, peerDependenciesMeta = {} }: PackedManifest): ReadonlyMap<string, Peer> {
  const peers = Object.entries(peerDependencies);
  return new Map(
    peers.map(([name, range]) => [name, { range, isOptional: peerDependenciesMeta[name]?.optional === true }]),
  );
}

/**
 * What a package brings along is its own affair, and a change of it a patch: unless users need it for the types of the
 * package. `shown` are the libraries that its API names: a break of one is a break of the package.
 */
export function compareDependencies(
  base: PackageState,
  next: PackageState,
  shown: ReadonlySet<string>,
): readonly Reason[] {
  const [before, after] = [base.manifest.dependencies ?? {}, next.manifest.dependencies ?? {}];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name): readonly Reason[] => {
    const [had, has] = [before[name], after[name]];
    if (had === has) return [];
    if (has === undefined && next.imports?.includes(name) === true)
      return [{ bump: "major", text: `${name}, which the declarations import, is not brought along any more` }];
    const text = `was ${had ?? "absent"} and is ${has ?? "absent"}`;
    if (had !== undefined && has !== undefined && shown.has(name) && !isCompatible(had, has))
      return [{ bump: "major", text: `${name}, which the API shows, ${text}` }];
    return [{ bump: "patch", text: `the dependency ${name} ${text}` }];
  });
}

function isCompatible(had: string, has: string): boolean {
  const [before, after] = [had, has].map((range) => (semver.validRange(range) ? semver.minVersion(range) : null));
  return before != null && after != null && semver.satisfies(after, `^${before.version}`);
}
