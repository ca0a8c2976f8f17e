import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** An entry point of a published package. */
export interface EntryPoint {
  /** What one imports: `@org/sessions/kore-xo`. */
  readonly specifier: string;
  /** Its source. */
  readonly file: string;
}

const packages = resolve(fileURLToPath(import.meta.url), "../../../..");
const folders = ["sessions", "foundry-aip-agents", "kore-agent-platform", "kore-xo", "runtime", "emulator", "contract"];

/** All entry points, the ones that applications use first. */
export const entryPoints: readonly EntryPoint[] = folders.flatMap((folder) => {
  const manifest = JSON.parse(readFileSync(join(packages, folder, "package.json"), "utf8")) as {
    name: string;
    exports: Record<string, string | { default: string }>;
  };
  return Object.entries(manifest.exports).flatMap(([subpath, target]) => {
    // package.json, which is exported too, has no source.
    if (typeof target === "string") return [];
    const source = target.default.replace("./dist/", "src/").replace(/\.js$/, ".ts");
    return [{ specifier: join(manifest.name, subpath), file: join(packages, folder, source) }];
  });
});
