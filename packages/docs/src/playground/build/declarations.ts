import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Declarations } from "../editor.ts";
import { offered } from "./modules.ts";

/** The declarations of everything that a program may import, as files of a file system that only the editor sees. */
export function declarations(): Declarations {
  const files: Record<string, string> = {};
  const paths: Record<string, string> = {};
  for (const specifier of offered) {
    const [scope, name = "", ...subpath] = specifier.split("/");
    const folder = `file:///node_modules/${scope}/${name}/dist`;
    paths[specifier] = `${folder}/${subpath.join("/") || "index"}.d.ts`;
    const dist = dirname(fileURLToPath(import.meta.resolve(`${scope}/${name}`)));
    for (const file of globSync("**/*.d.ts", { cwd: dist })) {
      files[`${folder}/${file}`] ??= readFileSync(join(dist, file), "utf8");
    }
  }
  return { files, paths };
}
