import { existsSync } from "node:fs";
import { join } from "node:path";
import { findApis } from "../../specs/apis.ts";
import { reachableDeclarations } from "../../declarations.ts";
import { repository, type PublicPackage } from "../packages.ts";
import type { Gate } from "./gate.ts";
import type { Tarball } from "../pack/pack.ts";

/** Each tarball holds what its entry points need, a licence, a README and a change log, and nothing else. */
export const tarballs: Gate = {
  name: "tarball contents",
  run: ({ tarballs: packed }) => ({
    checked: `${packed.reduce((sum, { files }) => sum + files.length, 0)} files in ${packed.length} tarballs`,
    problems: packed.flatMap(differences),
    notes: packed.map(
      ({ bytes, files, package: { name } }) =>
        `${name.padEnd(28)} ${`${(bytes / 1000).toFixed(1)} kB`.padStart(9)}  ${String(files.length).padStart(3)} files`,
    ),
  }),
};

function differences({ package: item, files }: Tarball): readonly string[] {
  const expected = new Set(expectedFiles(item));
  return [
    ...files.filter((file) => !expected.has(file)).map((file) => `${item.name}: ${file} has no business there`),
    ...[...expected].filter((file) => !files.includes(file)).map((file) => `${item.name}: ${file} is missing`),
  ];
}

export function expectedFiles(item: PublicPackage, root: string = repository): readonly string[] {
  const folder = join(root, item.directory);
  const { entryPoints, manifest } = item;
  const types = entryPoints.map((entry) => entry.types);
  return [
    "package.json",
    "README.md",
    "LICENSE",
    // Written when the first version is made.
    ...(existsSync(join(folder, "CHANGELOG.md")) ? ["CHANGELOG.md"] : []),
    ...entryPoints.flatMap(({ code }) => [code, `${code}.map`]),
    ...reachableDeclarations(folder, types),
    ...Object.values(manifest.bin ?? {}).map((file) => file.replace("./", "")),
    ...(item.directory === "specs" ? descriptionFiles() : []),
  ];
}

/** An index, and for each API its description in every form, what changed in it, and its workflows where it has some. */
function descriptionFiles(): readonly string[] {
  const forms = ["openapi.json", "openapi.yaml", "openapi-3.0.json", "openapi-3.0.yaml", "CHANGELOG.md"];
  const files = findApis().flatMap(({ name, workflows }) =>
    [...forms, ...(workflows ? ["workflows.arazzo.yaml"] : [])].map((file) => `dist/${name}/${file}`),
  );
  return ["dist/index.json", ...files];
}
