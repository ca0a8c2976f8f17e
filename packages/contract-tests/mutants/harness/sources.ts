import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vitest/config";

interface Manifest {
  readonly exports?: Readonly<Record<string, string | { readonly default?: string }>>;
}

/** Files that are to be read as if they held another text. */
export type Overlay = ReadonlyMap<string, string>;

/**
 * Lets the packages of the workspace import each other's sources instead of what was built from them, and serves the
 * overlay in place of the files in it. Nothing is written, and nothing needs to be built anew.
 */
export function readSources(root: string, overlay: Overlay): Plugin {
  return {
    name: "read-sources",
    enforce: "pre",
    resolveId: (specifier) => sourceOf(root, specifier),
    load: (id) => overlay.get(id),
  };
}

/** The source of an entry of a package of the workspace; `undefined` for anything else. */
function sourceOf(root: string, specifier: string): string | undefined {
  const [, name, entry] = /^@org\/([\w-]+)(\/.+)?$/.exec(specifier) ?? [];
  const manifest = join(root, "packages", name ?? "", "package.json");
  if (name === undefined || !existsSync(manifest)) return undefined;
  const target = (JSON.parse(readFileSync(manifest, "utf8")) as Manifest).exports?.[`.${entry ?? ""}`];
  const built = typeof target === "string" ? target : (target?.default ?? "");
  const source = join(root, "packages", name, built.replace("./dist/", "src/").replace(/\.js$/, ".ts"));
  return source.endsWith(".ts") && existsSync(source) ? source : undefined;
}
