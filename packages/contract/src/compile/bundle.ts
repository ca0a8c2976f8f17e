import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";
import { loadEsbuild } from "./load-esbuild.js";
import { isMultipleOf } from "./multiple-of.js";

const CHECKS = "contract:checks";

export interface BundleInput {
  /** Module with the exported functions `c0`, `c1`, …; may call `require` for what lies beside ajv. */
  readonly checks: string;
  readonly checkCount: number;
  /** The data of the description. */
  readonly data: object;
  /** First line of the result, a comment. */
  readonly banner: string;
}

/** Joins checks and data to one ES module that imports nothing. The same input gives the same text, on any machine. */
export async function bundle({ checks, checkCount, data, banner }: BundleInput): Promise<string> {
  const names = Array.from({ length: checkCount }, (_, index) => `c${index}`);
  const entry = [
    names.length === 0 ? "" : `import { ${names.join(", ")} } from "${CHECKS}";`,
    "const answering = (check) => (value) => (check(value) ? [] : check.errors);",
    `const data = ${JSON.stringify(data)};`,
    `export default { ...data, checks: [${names.join(", ")}].map(answering) };`,
  ].join("\n");
  const { build } = await loadEsbuild();
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: HERE, sourcefile: "description.js" },
    plugins: [checksFrom(checks)],
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    // Names of modules, and with them paths of this machine, do not survive this.
    minify: true,
    legalComments: "none",
    logLevel: "silent",
  });
  return `${banner}\n${outputFiles[0]?.text ?? ""}`;
}

/** What the checks need at run time is found from here. */
const HERE = dirname(fileURLToPath(import.meta.url));

function checksFrom(contents: string): Plugin {
  return {
    name: "checks",
    setup(building) {
      building.onResolve({ filter: /^contract:/ }, ({ path }) => ({ path, namespace: "contract" }));
      building.onLoad({ filter: /.*/, namespace: "contract" }, ({ path }) => ({
        contents: path === CHECKS ? contents : `export ${isMultipleOf.toString()}`,
        resolveDir: HERE,
        loader: "js",
      }));
    },
  };
}
