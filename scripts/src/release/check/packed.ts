// What a release would publish, read from the archives themselves: packing resolves versions and adds files.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packAll, type Tarball } from "../pack/pack.ts";
import { importedLibraries } from "./types/imported-libraries.ts";
import type { PackageState, PackedManifest } from "./state.ts";

/** Packs every public package. The packages must have been built. */
export function packedStates(): ReadonlyMap<string, PackageState> {
  const folder = mkdtempSync(join(tmpdir(), "release-check-"));
  try {
    const tarballs = packAll(folder).toSorted((a, b) => (a.package.name < b.package.name ? -1 : 1));
    const names = new Set(tarballs.map((tarball) => tarball.package.name));
    return new Map(
      tarballs.map((tarball, index) => [tarball.package.name, stateOf(tarball, `${folder}/${index}`, names)]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function stateOf({ file, files, package: item }: Tarball, folder: string, names: ReadonlySet<string>): PackageState {
  mkdirSync(folder);
  execFileSync("tar", ["-xzf", file, "-C", folder]);
  const read = (path: string): Buffer => readFileSync(join(folder, "package", path));
  const digests = files
    // The one is compared as what it says, the other is written when a version is made.
    .filter((path) => path !== "package.json" && path !== "CHANGELOG.md")
    .map((path) => [path, createHash("sha256").update(read(path)).digest("hex")] as const);
  const declarations = files.filter((path) => /\.d\.[cm]?ts$/.test(path));
  return {
    directory: item.directory,
    version: item.manifest.version,
    manifest: unversioned(JSON.parse(read("package.json").toString("utf8")) as PackedManifest, names),
    files: Object.fromEntries(digests),
    imports: [...new Set(declarations.flatMap((path) => importedLibraries(read(path).toString("utf8"))))].toSorted(),
  };
}

/** Leaves out what a release is only about to decide, the versions of our packages, and what no installation looks at. */
export function unversioned(manifest: PackedManifest, ours: ReadonlySet<string>): PackedManifest {
  const { version: _version, scripts: _scripts, devDependencies: _tools, ...kept } = manifest;
  const { dependencies = {}, peerDependencies } = kept;
  const plain = (ranges: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(ranges)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, range]) => [name, ours.has(name) ? range.replace(/\d.*$/, "<its version>") : range]),
    );
  return {
    ...kept,
    dependencies: plain(dependencies),
    ...(peerDependencies && { peerDependencies: plain(peerDependencies) }),
  };
}
