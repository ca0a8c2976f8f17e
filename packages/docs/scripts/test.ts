// `pnpm test:docs`: builds the site twice, at the origin and below a base path, and runs the tests on both.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { builds } from "../test/builds.ts";

const packageFolder = dirname(dirname(fileURLToPath(import.meta.url)));

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const { status } = spawnSync(process.execPath, args, {
    cwd: packageFolder,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exit(status ?? 1);
}

run(["node_modules/typescript/bin/tsc", "-p", "tsconfig.json"]);
if (!process.argv.includes("--built")) {
  for (const { base, folder } of builds) run([join("scripts", "build.ts")], { DOCS_BASE: base, DOCS_OUT: folder });
}
run(["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2).filter((word) => word !== "--built")]);
