import { compareDescriptions } from "../../specs/compare.ts";
import { byStrength, strongest, type Bump, type Reason } from "./bump.ts";
import { comparePackages } from "./packages/compare-packages.ts";
import { librariesOf } from "./types/read-report.ts";
import { compareApis } from "./types/compare-apis.ts";
import type { State } from "./state.ts";

/** What a package's next version must say, and why. */
export interface Judgement {
  readonly bump: Bump;
  /** The strongest first. Empty where nothing of the package itself changed. */
  readonly reasons: readonly Reason[];
  /** It was released, and is not published any more. */
  readonly isGone: boolean;
}

export interface Judging {
  /** Compiles the last release's programs against the packages of now. */
  readonly compile: (examples: ReadonlyMap<string, string>) => ReadonlyMap<string, readonly string[]>;
}

/** Compares two states of the repository, the released one first, and judges every package by semantic versioning. */
export async function judge(base: State, next: State, { compile }: Judging): Promise<ReadonlyMap<string, Judgement>> {
  const found = new Map<string, Reason[]>();
  const report = (name: string | undefined, reason: Reason): void => {
    if (name !== undefined) found.set(name, [...(found.get(name) ?? []), reason]);
  };
  const owner = (directory: string): string | undefined =>
    [...next.packages, ...base.packages].find(([, state]) => state.directory === directory)?.[0];

  for (const [name, before] of base.packages) {
    const after = next.packages.get(name);
    if (after === undefined) report(name, { bump: "major", text: "the package is gone" });
    else for (const reason of comparePackages(before, after, shownBy(before.directory, base))) report(name, reason);
  }
  for (const name of next.packages.keys()) {
    if (!base.packages.has(name)) report(name, { bump: "minor", text: "the package is new" });
  }
  for (const [file, reasons] of compareApis(base.reports, next.reports)) {
    const entry = /api\/(.+)\.api\.md$/.exec(file)?.[1] ?? "";
    for (const { bump, text } of reasons)
      report(owner(file.replace(/\/api\/.*$/, "")), { bump, text: entry === "index" ? text : `/${entry}: ${text}` });
  }
  for (const [api, reasons] of await compareAllDescriptions(base, next)) {
    for (const { bump, text } of reasons) report(owner("specs"), { bump, text: `${api}: ${text}` });
  }
  for (const [example, errors] of compile(base.examples)) {
    // A program outside of the packages, as in the README of all, is one of the facade.
    const directory = /^(.*)\/README\.md#/.exec(example)?.[1] ?? "packages/sessions";
    report(owner(directory), { bump: "major", text: `the released ${example} no longer compiles: ${errors[0]}` });
  }
  return withDependents(base, next, found);
}

/** The libraries that the API of a package names. */
function shownBy(directory: string, { reports }: State): ReadonlySet<string> {
  const own = [...reports].filter(([file]) => file.startsWith(`${directory}/api/`));
  return new Set(own.flatMap(([, text]) => librariesOf(text)));
}

async function compareAllDescriptions(base: State, next: State): Promise<ReadonlyMap<string, readonly Reason[]>> {
  const names = [...new Set([...base.descriptions.keys(), ...next.descriptions.keys()])];
  const compared = names.map(async (name): Promise<readonly [string, readonly Reason[]]> => {
    const [before, after] = [base.descriptions.get(name), next.descriptions.get(name)];
    if (before === undefined) return [name, [{ bump: "minor", text: "is new" }]];
    if (after === undefined) return [name, [{ bump: "major", text: "is gone" }]];
    const { changes } = await compareDescriptions(before, after);
    return [name, changes.map(({ bump, place, text }) => ({ bump, text: `${text} (${place})` }))];
  });
  return new Map(await Promise.all(compared));
}

/** Who depends on a package that gets a version gets one too, or it would go on bringing the old one along. */
function withDependents(
  base: State,
  next: State,
  found: ReadonlyMap<string, readonly Reason[]>,
): ReadonlyMap<string, Judgement> {
  const judged = new Map<string, Judgement>();
  for (const name of new Set([...next.packages.keys(), ...found.keys()])) {
    const reasons = [...(found.get(name) ?? [])].sort(byStrength);
    const own = strongest(reasons.map(({ bump }) => bump));
    const isGone = base.packages.has(name) && !next.packages.has(name);
    judged.set(name, { bump: own === "none" && bringsChanged(name) ? "patch" : own, reasons, isGone });
  }
  return judged;

  function bringsChanged(name: string): boolean {
    const { dependencies, peerDependencies } = next.packages.get(name)?.manifest ?? {};
    const brought = Object.keys({ ...dependencies, ...peerDependencies });
    return brought.some((other) => next.packages.has(other) && (found.has(other) || bringsChanged(other)));
  }
}
