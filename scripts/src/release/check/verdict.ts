import { askedAt, isAtLeast, strongest, type Bump } from "./bump.ts";
import type { Changeset, Claims } from "./claims.ts";
import type { Judgement } from "./judge.ts";
import type { State } from "./state.ts";

/** One package's line of the table. */
export interface Verdict {
  readonly name: string;
  readonly released: string;
  /** By semantic versioning. */
  readonly judged: Bump;
  /** What that comes to at this version. */
  readonly asked: Bump;
  readonly claimed: Bump;
  /** Why it must not be released like this, each with the changes that force it. */
  readonly problems: readonly string[];
}

/** Holds what the changesets claim against what the changes ask for. */
export function reachVerdicts(
  base: State,
  judged: ReadonlyMap<string, Judgement>,
  { changesets, planned }: Claims,
): readonly Verdict[] {
  const releasedOf = (name: string): string => base.packages.get(name)?.version ?? "0.0.0";
  return [...judged].map(([name, judgement]) => {
    const { bump } = judgement;
    const released = releasedOf(name);
    const asked = askedAt(released, bump);
    if (judgement.isGone) {
      const isTold = changesets.some((changeset) => tellsOf(name, changeset));
      const problem = `${name} ${released} was released and is not published any more; a changeset must say so: name ${name} in its text, and claim a break for a package that stays`;
      return {
        name,
        released,
        judged: bump,
        asked,
        claimed: isTold ? asked : "none",
        problems: isTold ? [] : [problem],
      };
    }
    // What changed itself must be claimed for it. What others give it, by a group or a dependency, tells its users nothing.
    const claimed =
      judgement.reasons.length > 0
        ? strongest(changesets.map(({ claims }) => claims.get(name) ?? "none"))
        : (planned.get(name) ?? "none");
    return { name, released, judged: bump, asked, claimed, problems: problemsOf(name, judgement, { asked, claimed }) };
  });

  /** Nothing can be claimed for what is not there, so another package's users are told. */
  function tellsOf(gone: string, { summary, claims }: Changeset): boolean {
    const isBroken = ([name, claim]: readonly [string, Bump]): boolean =>
      judged.get(name)?.isGone === false && isAtLeast(claim, askedAt(releasedOf(name), "major"));
    return summary.split(/[^\w@/-]+/).includes(gone) && [...claims].some(isBroken);
  }
}

function problemsOf(
  name: string,
  { bump, reasons }: Judgement,
  { asked, claimed }: { readonly asked: Bump; readonly claimed: Bump },
): readonly string[] {
  const forcing = reasons.filter((reason) => reason.bump === bump).map(({ text }) => `\n    ${bump}: ${text}`);
  if (reasons.length > 0 && claimed === "none")
    return [`${name} changed, and no changeset claims anything for it; run pnpm changeset${forcing.join("")}`];
  if (isAtLeast(claimed, asked)) return [];
  const words = asked === bump ? asked : `${asked} (${bump}, before 1.0)`;
  return [`${name}: the changesets claim ${claimed}, and the changes ask for ${words}:${forcing.join("")}`];
}
