import ts from "typescript";

/** The libraries whose types declarations name: `openapi-fetch`, `@org/runtime`. */
export function importedLibraries(declarations: string): readonly string[] {
  const { importedFiles, typeReferenceDirectives } = ts.preProcessFile(declarations, true, true);
  const libraries = [...importedFiles, ...typeReferenceDirectives].filter(({ fileName }) => !fileName.startsWith("."));
  return libraries.map(({ fileName }) => /^(@[^/]+\/)?[^/]+/.exec(fileName)?.[0] ?? fileName);
}
