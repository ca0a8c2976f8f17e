import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);

/** This package's folder. */
export const home = fileURLToPath(new URL("../", import.meta.url));

/** Everything that a run writes and that may be thrown away. */
export const work = join(home, ".work");

/** A file of a package that this one depends on. */
export function fileOf(packageName: string, path: string): string {
  return join(dirname(require.resolve(`${packageName}/package.json`)), path);
}
