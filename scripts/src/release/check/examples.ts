import ts from "typescript";
import { join } from "node:path";
import { repository } from "../packages.ts";

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: ["node"],
  typeRoots: [join(repository, "scripts/node_modules/@types")],
};

/** Compiles programs against the packages as they are built now, and tells what is wrong with each, by its name. */
export function compileExamples(examples: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  // Inside a package that knows all others, so that they are found by name. Nothing is written there.
  const place = (name: string): string =>
    join(repository, "packages/contract-tests", `${name.replaceAll(/[^\w]/g, "-")}.mts`);
  const files = new Map([...examples].map(([name, code]) => [place(name), code]));
  const host = ts.createCompilerHost(options);
  const own = { ...host };
  host.fileExists = (file) => files.has(file) || own.fileExists(file);
  host.readFile = (file) => files.get(file) ?? own.readFile(file);
  const program = ts.createProgram([...files.keys()], options, host);
  return new Map(
    [...examples.keys()].flatMap((name) => {
      const errors = ts.getPreEmitDiagnostics(program, program.getSourceFile(place(name)));
      const texts = errors.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
      return texts.length > 0 ? [[name, texts] as const] : [];
    }),
  );
}
