// Builds the package in the current directory: one bundled ESM file for each entry of its `exports`, and declarations.
//
// Sixty small files cost 45 ms at import, one costs 5; declarations stay as many files because they cost nothing at run time.
import { spawnSync } from "node:child_process";
import { globSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { build } from "esbuild";
import { reachableDeclarations } from "./declarations.ts";

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const outputs = Object.values(manifest.exports).flatMap((target) =>
  typeof target === "string" ? [] : [target.default],
);

rmSync("dist", { recursive: true, force: true });
const installed = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
await build({
  entryPoints: outputs.map((file) => file.replace("./dist/", "src/").replace(/\.js$/, ".ts")),
  outdir: "dist",
  outbase: "src",
  bundle: true,
  format: "esm",
  platform: "neutral",
  target: "es2022",
  sourcemap: true,
  sourcesContent: true,
  legalComments: "none",
  logLevel: "warning",
  external: [...installed.flatMap((name) => [name, `${name}/*`]), "node:*"],
});

// The workspace's compiler, not the older one that the generator needs.
const root = createRequire(new URL("../../package.json", import.meta.url));
const compiler = root.resolve("typescript/package.json").replace(/package\.json$/, "bin/tsc");
const { status } = spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], { stdio: "inherit" });
process.exitCode = status ?? 1;
// What a failed build leaves would lie beside what the cache brings back later, and be packed.
if (status !== 0) rmSync("dist", { recursive: true, force: true });

// Declarations of modules that no entry point leads to are nobody's business: the bundles hold their code.
if (status === 0) {
  const reachable = reachableDeclarations(
    ".",
    outputs.map((file) => file.replace(/\.js$/, ".d.ts")),
  );
  for (const file of globSync("dist/**/*.d.ts")) if (!reachable.has(file)) rmSync(file);
}
