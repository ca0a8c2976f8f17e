// What semantic versioning asks of a version number, and what it asks before 1.0.
import { bumps, type Bump } from "../../specs/compare.ts";

export { bumps, type Bump };

/** Something that changed in a package, with what it asks for. */
export interface Reason {
  readonly bump: Exclude<Bump, "none">;
  /** What changed, in a sentence that names it. */
  readonly text: string;
}

/** For sorting, the strongest first. */
export function byStrength(a: Reason, b: Reason): number {
  return bumps.indexOf(a.bump) - bumps.indexOf(b.bump);
}

export function strongest(all: Iterable<Bump>): Bump {
  return bumps[Math.min(bumps.length - 1, ...[...all].map((bump) => bumps.indexOf(bump)))] ?? "none";
}

export function isAtLeast(claimed: Bump, asked: Bump): boolean {
  return bumps.indexOf(claimed) <= bumps.indexOf(asked);
}

/**
 * What a judgement comes to at this version. From 1.0 on it is semver's own. Before, a caret range takes `0.y` as the
 * major number: so a break asks for a minor, and everything else for a patch.
 */
export function askedAt(version: string, judged: Bump): Bump {
  if (!version.startsWith("0.")) return judged;
  return ({ major: "minor", minor: "patch", patch: "patch", none: "none" } as const)[judged];
}
