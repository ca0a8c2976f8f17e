/** A generated file, and what of it the package's index exports. */
export interface Emitted {
  readonly file: string;
  readonly text: string;
  readonly types: readonly string[];
  readonly values: readonly string[];
}

/** An import of types, or nothing where there is nothing to import. */
export function importTypes(names: Iterable<string>, from: string): string {
  const sorted = [...new Set(names)].sort();
  return sorted.length === 0 ? "" : `import type { ${sorted.join(", ")} } from ${JSON.stringify(from)};\n`;
}
