import ts from "typescript";
import type { Reports } from "../../api/reports.ts";
import { isAtLeast, strongest, type Reason } from "../bump.ts";
import { ReleaseError } from "../release-error.ts";
import { compareExport, type ExportChange } from "./compare-export.ts";
import { findPositions } from "./positions.ts";
import { internal, isProbe } from "./probes.ts";
import { makeWorld, sides, type Side, type World } from "./world.ts";

/** What changed in each report, by its path. Reports that did not change are absent. */
export type ApiChanges = ReadonlyMap<string, readonly Reason[]>;

/** Compares the API that was released with the one that is to be. */
export function compareApis(base: Reports, next: Reports): ApiChanges {
  const world = makeWorld({ base, next });
  const released = [...base.keys()].flatMap((report) => world.module("base", report) ?? []);
  const positions = findPositions(world, released);
  const changes = new Map<string, readonly Reason[]>();
  for (const report of new Set([...base.keys(), ...next.keys()])) {
    const reasons = compareReport(world, report, (pair) => compareExport(world.checker, positions, pair));
    if (reasons.length > 0) changes.set(report, reasons);
  }
  return changes;
}

function compareReport(
  world: World,
  report: string,
  compare: (pair: Readonly<Record<Side, ts.Symbol>>) => ExportChange | undefined,
): readonly Reason[] {
  const [base, next] = sides.map((side) => world.module(side, report));
  if (base === undefined) return [{ bump: "minor", text: `the entry point ${report} is new` }];
  if (next === undefined) return [{ bump: "major", text: `the entry point ${report} is gone` }];
  const [missing] = world.missing("next", report);
  if (missing !== undefined)
    throw new ReleaseError(`${report} names ${missing}, which its package cannot find; run pnpm install and pnpm api`);
  const lost = world.missing("base", report).map((name) => {
    return { bump: "major", text: `${name}, whose types the API shows, is not there any more`, isOwn: true } as const;
  });
  const before = exportsOf(world.checker, base);
  const after = exportsOf(world.checker, next);
  const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [base, next] = [before.get(name), after.get(name)];
    // What is not exported can come and go: what counts is what its users make of it.
    if (name.startsWith(internal("")) && !(base && next)) return [];
    if (base === undefined) return [{ bump: "minor", text: `${name} is new`, isOwn: true } as const];
    if (next === undefined) return [{ bump: "major", text: `${name} is gone`, isOwn: true } as const];
    const change = compare({ base, next });
    return change ? [change] : [];
  });
  return causes([...lost, ...changes]).map(({ bump, text }) => ({ bump, text }));
}

/** Every function that mentions a changed type changed with it. Only where no cause is in sight are they worth a word. */
function causes(changes: readonly ExportChange[]): readonly ExportChange[] {
  const own = strongest(changes.filter(({ isOwn }) => isOwn).map(({ bump }) => bump));
  return changes.filter(({ bump, isOwn }) => isOwn || !isAtLeast(own, bump));
}

type Exports = ReadonlyMap<string, ts.Symbol>;

/** What is exported, under the name by which it is imported. */
function exportsOf(checker: ts.TypeChecker, module: ts.Symbol): Exports {
  const exported = checker.getExportsOfModule(module).filter(({ name }) => !isProbe(name));
  return new Map(exported.map((symbol) => [symbol.name, symbol]));
}
