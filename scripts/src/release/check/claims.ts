import { getReleasePlan } from "@changesets/get-release-plan";
import type { Bump } from "./bump.ts";
import { ReleaseError } from "./release-error.ts";

/** One pending changeset. */
export interface Changeset {
  readonly summary: string;
  /** What it claims, by the names of packages. */
  readonly claims: ReadonlyMap<string, Bump>;
}

/** What the pending changesets say. */
export interface Claims {
  readonly changesets: readonly Changeset[];
  /** The bump that each package will get, with what fixed groups and dependents add. */
  readonly planned: ReadonlyMap<string, Bump>;
}

/** @throws ReleaseError where the changesets make no plan, as when one names a package that is not there. */
export async function readClaims(root: string): Promise<Claims> {
  const { changesets, releases } = await getReleasePlan(root).catch((error: unknown) => {
    throw new ReleaseError(
      `the changesets make no plan: ${error instanceof Error ? error.message : String(error)}\n` +
        "A changeset can only claim for packages that are there. That a package is gone is claimed for another one, " +
        "in a changeset whose text names it",
    );
  });
  return {
    changesets: changesets.map(({ summary, releases }) => ({
      summary,
      claims: new Map(releases.map(({ name, type }) => [name, type])),
    })),
    planned: new Map(releases.map(({ name, type }) => [name, type])),
  };
}
