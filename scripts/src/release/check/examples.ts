import ts from "typescript";
import { dirname, join } from "node:path";
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
/** Unused '@ts-expect-error' directive: what was a mistake may be none any more. */
const noLongerWrong = 2578;

/** Compiles programs against the packages as they are built now, and tells what is wrong with each, by its name. */
export function compileExamples(examples: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const files = new Map([...examples].map(([name, code]) => [placeOf(name), code]));
  const folders = new Set([...files.keys()].map((file) => dirname(file)));
  const host = ts.createCompilerHost(options);
  const own = { ...host };
  host.fileExists = (file) => files.has(file) || own.fileExists(file);
  host.readFile = (file) => files.get(file) ?? own.readFile(file);
  host.directoryExists = (folder) => folders.has(folder) || (own.directoryExists?.(folder) ?? true);
  const program = ts.createProgram([...files.keys()], options, host);
  return new Map(
    [...examples.keys()].flatMap((name) => {
      const errors = ts.getPreEmitDiagnostics(program, program.getSourceFile(placeOf(name)));
      const texts = errors
        .filter(({ code }) => code !== noLongerWrong)
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
      return texts.length > 0 ? [[name, texts] as const] : [];
    }),
  );
}

/** Inside a package that knows all others, so that they are found by name. Nothing is written there. */
function placeOf(name: string): string {
  const file = name.endsWith(".ts") ? name : `${name.replaceAll(/[^\w]/g, "-")}.mts`;
  return join(repository, "packages/contract-tests/released", file);
}
