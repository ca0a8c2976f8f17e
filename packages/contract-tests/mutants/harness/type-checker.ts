import { dirname, join } from "node:path";
import ts from "typescript-5";

/** Says what is wrong with a file of a package, were it to hold another text. */
export interface TypeChecker {
  problemIn(file: string, text: string): string | undefined;
}

/** Checks files in memory with the settings of the package that they belong to. */
export function createTypeChecker(): TypeChecker {
  const texts = new Map<string, { readonly text: string; readonly version: number }>();
  const services = new Map<string, ts.LanguageService>();
  let version = 0;

  const serviceFor = (file: string): ts.LanguageService => {
    const config = ts.findConfigFile(dirname(file), ts.sys.fileExists) ?? "";
    const service = services.get(config) ?? openProject(config, texts);
    services.set(config, service);
    return service;
  };

  return {
    problemIn(file, text) {
      const service = serviceFor(file);
      texts.set(file, { text, version: ++version });
      try {
        const [first] = [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)];
        return first && ts.flattenDiagnosticMessageText(first.messageText, " ");
      } finally {
        texts.delete(file);
      }
    },
  };
}

function openProject(
  config: string,
  texts: ReadonlyMap<string, { readonly text: string; readonly version: number }>,
): ts.LanguageService {
  const { config: json } = ts.readConfigFile(config, ts.sys.readFile) as { config: unknown };
  const { fileNames, options } = ts.parseJsonConfigFileContent(json, ts.sys, dirname(config));
  // A mistake may leave a variable without a use. That is for lint to notice, and need not be noticed at all.
  const settings = { ...options, noUnusedLocals: false, noUnusedParameters: false };
  const read = (file: string): string | undefined => texts.get(file)?.text ?? ts.sys.readFile(file);
  return ts.createLanguageService({
    getCompilationSettings: () => settings,
    getScriptFileNames: () => fileNames,
    getScriptVersion: (file) => String(texts.get(file)?.version ?? 0),
    getScriptSnapshot: (file) => {
      const text = read(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => dirname(config),
    getDefaultLibFileName: (given) => join(dirname(ts.sys.getExecutingFilePath()), ts.getDefaultLibFileName(given)),
    fileExists: ts.sys.fileExists,
    readFile: read,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    realpath: ts.sys.realpath ?? ((path) => path),
  });
}
