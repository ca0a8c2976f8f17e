import semver from "semver";
import type { Reason } from "../bump.ts";
import type { PackedManifest } from "../state.ts";
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
 * What a package brings along is its own affair, and a change of it a patch: unless its API shows types of the library,
 * for then a break of the library is one of the package.
 */
export function compareDependencies(
  base: PackedManifest,
  next: PackedManifest,
  shown: ReadonlySet<string>,
): readonly Reason[] {
  const [before, after] = [base.dependencies ?? {}, next.dependencies ?? {}];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const [had, has] = [before[name], after[name]];
    if (had === has) return [];
    const bump =
      shown.has(name) && had !== undefined && has !== undefined && !isCompatible(had, has) ? "major" : "patch";
    const what = bump === "major" ? `${name}, which the API shows, was` : `the dependency ${name} was`;
    return [{ bump, text: `${what} ${had ?? "absent"} and is ${has ?? "absent"}` } as const];
  });
}

function isCompatible(had: string, has: string): boolean {
  const [before, after] = [had, has].map((range) => (semver.validRange(range) ? semver.minVersion(range) : null));
  return before != null && after != null && semver.satisfies(after, `^${before.version}`);
}
