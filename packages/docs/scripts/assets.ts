// Writes what the site serves as it is, into .generated/public: the editor and the sandbox of the playground, the widget
// of the request page, the descriptions, the icon. Bundled here and not by Astro, because each has workers or modules
// that must keep their names.
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions } from "esbuild";
import { declarations } from "../src/playground/build/declarations.ts";
import { readExamples } from "../src/playground/build/examples.ts";
import { moduleEntries } from "../src/playground/build/modules.ts";

const packageFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(packageFolder, ".generated/public");
const require = createRequire(import.meta.url);

const common: BuildOptions = {
  bundle: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  minify: true,
  legalComments: "linked",
  logLevel: "warning",
};

export async function writeAssets(): Promise<void> {
  rmSync(target, { recursive: true, force: true });
  const playground = join(target, "playground");
  mkdirSync(playground, { recursive: true });
  const [, modules] = await Promise.all([
    build({
      ...common,
      entryPoints: {
        main: join(packageFolder, "src/playground/main.ts"),
        "ts.worker": require.resolve("monaco-editor/languages/features/typescript/ts.worker.js"),
        "editor.worker": require.resolve("monaco-editor/editor/editor.worker.js"),
        sandbox: join(packageFolder, "src/playground/sandbox.ts"),
      },
      outdir: playground,
      // In the stylesheet, so that the editor draws its signs without a network, too.
      loader: { ".ttf": "dataurl" },
      define: { PREPARED_EXAMPLES: JSON.stringify(readExamples()) },
    }),
    build({
      ...common,
      entryPoints: moduleEntries(),
      outdir: join(playground, "modules"),
      splitting: true,
      // Errors are printed with the names of their classes.
      keepNames: true,
      chunkNames: "shared-[hash]",
      write: false,
      legalComments: "eof",
    }),
    build({
      ...common,
      entryPoints: { main: join(packageFolder, "src/try/main.ts") },
      outdir: join(target, "try"),
    }),
  ]);
  const byPath = modules.outputFiles.map(({ path, text }) => [relative(join(playground, "modules"), path), text]);
  writeFileSync(join(playground, "modules.json"), JSON.stringify(Object.fromEntries(byPath)));
  writeFileSync(join(playground, "types.json"), JSON.stringify(declarations()));
  // By its path: the package does not export it.
  cpSync(
    join(packageFolder, "node_modules/@scalar/api-reference/dist/browser/standalone.js"),
    join(target, "try/scalar.js"),
  );
  // With its index, and under the names that the package promises.
  cpSync(dirname(require.resolve("@org/specs/index.json")), join(target, "downloads"), { recursive: true });
  cpSync(join(packageFolder, "src/site/favicon.svg"), join(target, "favicon.svg"));
}
