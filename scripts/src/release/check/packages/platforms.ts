import semver from "semver";
import type { Reason } from "../bump.ts";
import type { PackedManifest } from "../state.ts";

/** Where a package runs: it may be in more places than before, and never in fewer. */
export function compareEngines(base: PackedManifest, next: PackedManifest): readonly Reason[] {
  const [before, after] = [base.engines ?? {}, next.engines ?? {}];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((engine) => {
    const [had = "*", has = "*"] = [before[engine], after[engine]];
    return compareRanges(`the range of ${engine} that it runs on`, had, has);
  });
}

/** Compares what is let in: nobody who was let in may be turned away. */
export function compareRanges(what: string, had: string, has: string): readonly Reason[] {
  if (had === has) return [];
  const text = `${what} was ${had} and is ${has}`;
  return [{ bump: semver.subset(had, has) ? "minor" : "major", text }];
}

export function comparePlatforms(base: PackedManifest, next: PackedManifest): readonly Reason[] {
  return ["os", "cpu", "libc"].flatMap((key) => {
    const [before = [], after = []] = [base, next].map((manifest) => manifest[key] as readonly string[] | undefined);
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    const known = [...before, ...after].map((name) => name.replace("!", ""));
    const suits = [...known, "any other"].every((name) => isIn(after, name) || !isIn(before, name));
    const text = `\`${key}\` was ${JSON.stringify(before)} and is ${JSON.stringify(after)}`;
    return [{ bump: suits ? "minor" : "major", text } as const];
  });
}

/** `["!win32"]` is everything but that, `["linux"]` nothing but that, and an empty list everything. */
function isIn(platforms: readonly string[], name: string): boolean {
  const named = platforms.filter((platform) => !platform.startsWith("!"));
  return !platforms.includes(`!${name}`) && (named.length === 0 || named.includes(name));
}
