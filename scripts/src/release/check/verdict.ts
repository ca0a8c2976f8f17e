import { askedAt, isAtLeast, type Bump } from "./bump.ts";
import type { Claims } from "./claims.ts";
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
  { named, planned }: Claims,
): readonly Verdict[] {
  return [...judged].map(([name, { bump, reasons }]) => {
    const released = base.packages.get(name)?.version ?? "0.0.0";
    const asked = askedAt(released, bump);
    const claimed = planned.get(name) ?? "none";
    const forcing = reasons.filter((reason) => reason.bump === bump).map(({ text }) => `\n    ${bump}: ${text}`);
    const problems: string[] = [];
    if (reasons.length > 0 && !named.has(name)) {
      problems.push(`${name} changed, and no changeset names it; run pnpm changeset${forcing.join("")}`);
    } else if (!isAtLeast(claimed, asked)) {
      const words = asked === bump ? asked : `${asked} (${bump}, before 1.0)`;
      problems.push(`${name}: the changesets claim ${claimed}, and the changes ask for ${words}:${forcing.join("")}`);
    }
    return { name, released, judged: bump, asked, claimed, problems };
  });
}
