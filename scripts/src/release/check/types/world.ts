import ts from "typescript";
import { join } from "node:path";
import { repository } from "../../packages.ts";
import type { Reports } from "../../api/reports.ts";
import { changedTypes, withInternals, withProbes } from "./probes.ts";
import { declarationsOf } from "./read-report.ts";

export const sides = ["base", "next"] as const;
export type Side = (typeof sides)[number];

/** Both versions of the whole API in one program, so that one checker can hold them against each other. */
export interface World {
  readonly checker: ts.TypeChecker;
  /** The module of a report; undefined where that side has no such report. */
  module(side: Side, report: string): ts.Symbol | undefined;
  /** The libraries that a report names and that are not there any more. */
  missing(side: Side, report: string): readonly string[];
}

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
  types: ["node"],
  typeRoots: [join(repository, "scripts/node_modules/@types")],
};

/** The libraries' declarations are the same in every world, and most of the work. */
const libraries = new Map<string, ts.SourceFile>();

export function makeWorld(reports: Readonly<Record<Side, Reports>>): World {
  const files = filesFor(reports);
  const missing = new Map<string, string[]>();
  const host = ts.createCompilerHost(options);
  const cache = ts.createModuleResolutionCache(repository, (name) => name, options);
  const own = { ...host };
  host.fileExists = (file) => files.has(file) || own.fileExists(file);
  host.readFile = (file) => files.get(file) ?? own.readFile(file);
  host.getSourceFile = (file, ...rest) => {
    const text = files.get(file);
    if (text !== undefined) return ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
    const known = libraries.get(file) ?? own.getSourceFile(file, ...rest);
    if (known !== undefined) libraries.set(file, known);
    return known;
  };
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text: specifier }) => {
      const ours = specifier.startsWith("/")
        ? specifier
        : fileOf(from.includes("/base/") ? "base" : "next", reportOf(specifier));
      if (files.has(ours)) return { resolvedModule: { resolvedFileName: ours, extension: ts.Extension.Dts } };
      const resolved = resolve(specifier, from);
      if (resolved.resolvedModule === undefined && files.has(from))
        missing.set(from, [...(missing.get(from) ?? []), specifier]);
      return resolved;
    });
  const program = ts.createProgram([...files.keys()], options, host);
  const checker = program.getTypeChecker();
  return {
    checker,
    module: (side, report) => {
      const source = program.getSourceFile(fileOf(side, report));
      return source && checker.getSymbolAtLocation(source);
    },
    missing: (side, report) => missing.get(fileOf(side, report)) ?? [],
  };

  /** What a package depends on is found where the package finds it. */
  function resolve(specifier: string, from: string): ts.ResolvedModuleWithFailedLookupLocations {
    const owner = ownerOf(from);
    const place = owner === undefined ? from : join(repository, owner, "package.json");
    return ts.resolveModuleName(specifier, place, options, own, cache, undefined, ts.ModuleKind.ESNext);
  }
}

function filesFor(reports: Readonly<Record<Side, Reports>>): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const add = (side: Side, report: string, declarations: string): void => {
    files.set(fileOf(side, report), declarations);
  };
  const before = new Map([...reports.base].map(([report, text]) => [report, declarationsOf(text)]));
  const after = new Map([...reports.next].map(([report, text]) => [report, declarationsOf(text)]));
  for (const [report, declarations] of after)
    add("next", report, withInternals(withProbes(declarations, before.get(report))));
  for (const [report, declarations] of before) {
    const probed = withInternals(withProbes(declarations));
    const next = after.get(report);
    const pairs =
      next === undefined ? "" : changedTypes(declarations, { file: fileOf("next", report), declarations: next });
    add("base", report, `${probed}\n${pairs}`);
  }
  return files;
}

/** `/reports/base/packages/kore-xo/api/raw.d.ts`: a place that is nowhere, so nothing of the disk gets mixed in. */
function fileOf(side: Side, report: string): string {
  return `/reports/${side}/${report.replace(/\.api\.md$/, ".d.ts")}`;
}

/** The package that a declaration is of; undefined for those of libraries. */
export function packageOf(declaration: ts.Declaration): string | undefined {
  return ownerOf(declaration.getSourceFile().fileName);
}

function ownerOf(file: string): string | undefined {
  return /^\/reports\/\w+\/(.+)\/api\//.exec(file)?.[1];
}

/** `@org/kore-xo/raw` is `packages/kore-xo/api/raw.api.md`, whatever the scope. */
function reportOf(specifier: string): string {
  const [, name = "", entry = "index"] = /^@[^/]+\/([^/]+)(?:\/(.+))?$/.exec(specifier) ?? [];
  return `packages/${name}/api/${entry}.api.md`;
}
