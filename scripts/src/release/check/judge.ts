import { compareDescriptions } from "../../specs/compare.ts";
import { byStrength, strongest, type Bump, type Reason } from "./bump.ts";
import type { State } from "./state.ts";
import { compareApis } from "./types/compare-apis.ts";

/** What a package's next version must say, and why. */
export interface Judgement {
  readonly bump: Bump;
  /** The strongest first. Empty where nothing of the package itself changed. */
  readonly reasons: readonly Reason[];
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

  for (const [name, { digest }] of base.packages) {
    const now = next.packages.get(name);
    if (now === undefined) report(name, { bump: "major", text: "the package is gone" });
    else if (now.digest !== digest) report(name, { bump: "patch", text: "what is published differs" });
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
    const directory = /^(.*)\/README\.md#/.exec(example)?.[1] ?? "packages/sessions";
    report(owner(directory), { bump: "major", text: `the released ${example} no longer compiles: ${errors[0]}` });
  }
  return withDependents(next, found);
}

async function compareAllDescriptions(base: State, next: State): Promise<ReadonlyMap<string, readonly Reason[]>> {
  const names = [...new Set([...base.descriptions.keys(), ...next.descriptions.keys()])];
  const compared = names.map(async (name): Promise<readonly [string, readonly Reason[]]> => {
    const [before, after] = [base.descriptions.get(name), next.descriptions.get(name)];
    if (before === undefined || after === undefined) {
      const change = before
        ? ({ bump: "major", text: "is gone" } as const)
        : ({ bump: "minor", text: "is new" } as const);
      return [name, [change]];
    }
    const { changes } = await compareDescriptions(before, after);
    return [name, changes.map(({ bump, place, text }) => ({ bump, text: `${text} (${place})` }))];
  });
  return new Map(await Promise.all(compared));
}

/** Who depends on a package that gets a version gets one too, or it would go on bringing the old one along. */
function withDependents(next: State, found: ReadonlyMap<string, readonly Reason[]>): ReadonlyMap<string, Judgement> {
  const judged = new Map<string, Judgement>();
  for (const name of new Set([...next.packages.keys(), ...found.keys()])) {
    const reasons = [...(found.get(name) ?? [])].sort(byStrength);
    const own = strongest(reasons.map(({ bump }) => bump));
    judged.set(name, { bump: own === "none" && bringsChanged(name) ? "patch" : own, reasons });
  }
  return judged;

  function bringsChanged(name: string): boolean {
    const dependencies = next.packages.get(name)?.dependencies ?? [];
    return dependencies.some((dependency) => found.has(dependency) || bringsChanged(dependency));
  }
}
