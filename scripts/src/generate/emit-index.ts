import type { Emitted } from "./emitted.ts";

/** What the package takes from its generated code, name by name. */
export function emitIndex(files: readonly Emitted[]): Emitted {
  const lines = (kind: "types" | "values"): string[] =>
    files
      .filter((emitted) => emitted[kind].length > 0)
      .map((emitted) => {
        const names = [...emitted[kind]].sort().join(", ");
        return `export ${kind === "types" ? "type " : ""}{ ${names} } from "./${emitted.file.replace(/\.ts$/, ".js")}";`;
      });
  return { file: "index.ts", text: [...lines("values"), "", ...lines("types")].join("\n"), types: [], values: [] };
}
