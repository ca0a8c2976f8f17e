import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findApis } from "../../specs/apis.ts";
import type { Document } from "../../specs/bundle.ts";
import { committedReports } from "../api/committed.ts";
import { expectedFiles } from "../gates/tarballs.ts";
import { publicPackages, repository, type PublicPackage } from "../packages.ts";
import type { PackageState, State } from "./state.ts";

/** The state of the working tree. The packages must have been built. */
export function presentState(): State {
  const packages = publicPackages();
  const names = packages.map(({ name }) => name);
  return {
    packages: new Map(packages.map((item) => [item.name, stateOf(item, names)])),
    reports: committedReports(),
    descriptions: new Map(findApis().map(({ name }) => [name, readDescription(name)])),
    examples: examplesIn(globSync(["README.md", "packages/*/README.md"], { cwd: repository })),
  };
}

function stateOf(item: PublicPackage, names: readonly string[]): PackageState {
  const { directory, manifest } = item;
  const { dependencies, peerDependencies, version } = manifest;
  const brought = { ...dependencies, ...peerDependencies };
  return { directory, version, digest: digest(item), dependencies: names.filter((name) => name in brought) };
}

function digest(item: PublicPackage): string {
  const hash = createHash("sha256");
  const { version: _version, devDependencies: _tools, scripts: _scripts, ...manifest } = item.manifest;
  hash.update(JSON.stringify(manifest));
  // Source maps say where code came from, not what it does.
  const files = expectedFiles(item).filter((file) => !/^(package\.json|LICENSE|CHANGELOG\.md|.*\.map)$/.test(file));
  for (const file of files.toSorted()) {
    hash.update(`\0${file}\0`).update(readFileSync(join(repository, item.directory, file)));
  }
  return hash.digest("hex");
}

function readDescription(api: string): Document {
  return JSON.parse(readFileSync(join(repository, `specs/dist/${api}/openapi.json`), "utf8")) as Document;
}

/** Every block of TypeScript that imports something is a program. */
function examplesIn(files: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    files.toSorted().flatMap((file) => {
      const text = readFileSync(join(repository, file), "utf8");
      const blocks = [...text.matchAll(/^```ts\n(import [\s\S]*?)^```$/gm)].map(([, code = ""]) => code);
      return blocks.map((code, index) => [`${file}#${index + 1}`, code] as const);
    }),
  );
}
