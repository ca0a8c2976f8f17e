// Checks that imports follow the arrows of the house:
//
//   specs -> generated code -> runtime <- provider packages <- sessions      and apart from them      specs <- contract <- emulator
//
// The judges know the descriptions and no SDK package, not even for their tests: a mistake must not hide behind itself.
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { findApis } from "./specs/apis.ts";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** Workspace packages that each may know. Anything not listed here may know everything, and nothing may know it. */
const providers = findApis().map(({ name }) => name);
const allowed: Readonly<Record<string, readonly string[]>> = {
  specs: [],
  runtime: [],
  ...Object.fromEntries(providers.map((name) => [name, ["runtime"]])),
  sessions: ["runtime", ...providers],
  contract: ["specs"],
  emulator: ["specs", "contract"],
};
const nobodyKnows = new Set(["scripts", "contract-tests", "docs", "downstream", "benchmarks"]);

const importPattern = /(?:from|import|require)\s*\(?\s*["']([^"']+)["']/g;
const problems: string[] = [];

for (const manifestFile of globSync(["specs/package.json", "packages/*/package.json", "scripts/package.json"], {
  cwd: root,
})) {
  const folder = join(root, dirname(manifestFile));
  const name = dirname(manifestFile).split("/").at(-1) ?? "";
  checkManifest(name, folder);
  const sources = globSync(["src/**/*.{ts,mjs}", "test/**/*.{ts,mjs}", "bin/**/*.mjs"], { cwd: folder });
  for (const source of sources) checkSource(name, folder, join(folder, source));
}

if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exit(1);
}

function checkManifest(name: string, folder: string): void {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<
    string,
    Record<string, string> | undefined
  >;
  for (const field of ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"]) {
    for (const dependency of Object.keys(manifest[field] ?? {})) {
      const target = workspaceName(dependency);
      if (target !== undefined && !mayKnow(name, target)) report(join(folder, "package.json"), name, target, field);
    }
  }
}

function checkSource(name: string, folder: string, file: string): void {
  for (const [, specifier = ""] of readFileSync(file, "utf8").matchAll(importPattern)) {
    const target = workspaceName(specifier);
    if (target !== undefined && target !== name && !mayKnow(name, target)) report(file, name, target, "import");
    // A relative path out of the package would go around everything above. The scripts build the packages, so they may.
    const leaves = specifier.startsWith(".") && relative(folder, resolve(dirname(file), specifier)).startsWith("..");
    if (leaves && name in allowed)
      problems.push(`${relative(root, file)}: imports ${specifier}, outside its package; import the package by name`);
  }
}

function mayKnow(name: string, target: string): boolean {
  return !nobodyKnows.has(target) && (allowed[name]?.includes(target) ?? true);
}

function workspaceName(specifier: string): string | undefined {
  const [scope, name = ""] = specifier.split("/");
  return scope?.startsWith("@") && (existsSync(join(root, "packages", name)) || ["specs", "scripts"].includes(name))
    ? name
    : undefined;
}

function report(file: string, name: string, target: string, how: string): void {
  const may = allowed[name]?.join(", ") || "no workspace package";
  problems.push(`${relative(root, file)}: ${name} must not know ${target} (${how}); it may know ${may}`);
}
