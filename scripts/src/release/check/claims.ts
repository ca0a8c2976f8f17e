import { getReleasePlan } from "@changesets/get-release-plan";
import type { Bump } from "./bump.ts";

/** What the pending changesets say. */
export interface Claims {
  /** The packages that a changeset names. */
  readonly named: ReadonlySet<string>;
  /** The bump that each package will get, with what fixed groups and dependents add. */
  readonly planned: ReadonlyMap<string, Bump>;
}

export async function readClaims(root: string): Promise<Claims> {
  const { changesets, releases } = await getReleasePlan(root);
  return {
    named: new Set(changesets.flatMap(({ releases }) => releases.map(({ name }) => name))),
    planned: new Map(releases.map(({ name, type }) => [name, type])),
  };
}
