import { readFileSync } from "node:fs";
import ts from "typescript-5";

/** What an editor offers at the mark `/*here*\/` of each program. The programs must lie where they can find packages. */
export function completionsIn(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    strict: true,
    noEmit: true,
    types: [],
  };
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [...files],
    getScriptVersion: () => "1",
    getScriptSnapshot: (file) => {
      const text = ts.sys.readFile(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => ts.sys.getCurrentDirectory(),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    realpath: ts.sys.realpath ?? ((path) => path),
  });
  try {
    return new Map(
      files.map((file) => {
        const position = readFileSync(file, "utf8").indexOf("/*here*/");
        const offered = service.getCompletionsAtPosition(file, position, undefined)?.entries ?? [];
        return [file, offered.map(({ name }) => name)];
      }),
    );
  } finally {
    service.dispose();
  }
}
