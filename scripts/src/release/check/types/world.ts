import ts from "typescript";
import { join } from "node:path";
import { repository } from "../../packages.ts";
import type { Reports } from "../../api/reports.ts";
import { declarationsOf } from "./read-report.ts";

export const sides = ["base", "next"] as const;
export type Side = (typeof sides)[number];

/** Both versions of the whole API in one program, so that one checker can hold them against each other. */
export interface World {
  readonly checker: ts.TypeChecker;
  /** The module of a report; undefined where that side has no such report. */
  module(side: Side, report: string): ts.Symbol | undefined;
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
  const files = new Map<string, string>();
  for (const side of sides) {
    for (const [report, text] of reports[side]) files.set(fileOf(side, report), withProbes(declarationsOf(text)));
  }
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
      const ours = fileOf(from.includes("/base/") ? "base" : "next", reportOf(specifier));
      if (files.has(ours)) return { resolvedModule: { resolvedFileName: ours, extension: ts.Extension.Dts } };
      // What the packages depend on is found where they find it.
      const place = files.has(from) ? join(repository, "packages/runtime/package.json") : from;
      return ts.resolveModuleName(specifier, place, options, own, cache, undefined, ts.ModuleKind.ESNext);
    });
  const program = ts.createProgram([...files.keys()], options, host);
  const checker = program.getTypeChecker();
  return {
    checker,
    module: (side, report) => {
      const source = program.getSourceFile(fileOf(side, report));
      return source && checker.getSymbolAtLocation(source);
    },
  };
}

/** `/reports/base/packages/kore-xo/api/raw.d.ts`: a place that is nowhere, so nothing of the disk gets mixed in. */
function fileOf(side: Side, report: string): string {
  return `/reports/${side}/${report.replace(/\.api\.md$/, ".d.ts")}`;
}

/** The package that a declaration is of; undefined for those of libraries. */
export function packageOf(declaration: ts.Declaration): string | undefined {
  return /^\/reports\/\w+\/(.+)\/api\//.exec(declaration.getSourceFile().fileName)?.[1];
}

/** `@org/kore-xo/raw` is `packages/kore-xo/api/raw.api.md`, whatever the scope. */
function reportOf(specifier: string): string {
  const [, name = "", entry = "index"] = /^@[^/]+\/([^/]+)(?:\/(.+))?$/.exec(specifier) ?? [];
  return `packages/${name}/api/${entry}.api.md`;
}

/** A generic type can only be compared with something in it: `Probe_Page` is `Page` with the widest thing it takes. */
export const probe = (name: string): string => `Probe_${name}`;

function withProbes(declarations: string): string {
  const source = ts.createSourceFile("probes.d.ts", declarations, ts.ScriptTarget.ES2022, true);
  const probes = source.statements.flatMap((statement) => {
    const generic =
      ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) || ts.isClassDeclaration(statement);
    if (!generic || !statement.typeParameters || !statement.name) return [];
    const names = statement.typeParameters.map(({ name }) => name.text);
    const given = statement.typeParameters.map(({ constraint }, index) => {
      if (constraint === undefined) return `{ readonly probe: ${index} }`;
      const text = constraint.getText();
      // A constraint in terms of another parameter has no meaning outside.
      return names.some((name) => new RegExp(`\\b${name}\\b`).test(text)) ? "any" : text;
    });
    return [`export type ${probe(statement.name.text)} = ${statement.name.text}<${given.join(", ")}>;`];
  });
  return [declarations, ...probes].join("\n");
}
