import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Scratch } from "../../scratch.ts";
import { publicPackages, type PublicPackage } from "../packages.ts";
import type { Registry } from "./registry.ts";

/** Makes versions of the pending changesets, builds, packs, and publishes every package, as a release does. */
export async function publishAll(scratch: Scratch, registry: Registry): Promise<readonly PublicPackage[]> {
  await scratch.run("pnpm", "release:version");
  await scratch.run("pnpm", "build", "--output-logs=errors-only");
  writeFileSync(join(scratch.root, ".npmrc"), registry.npmrc);
  const packages = publicPackages(scratch.root);
  for (const { directory } of packages) {
    const packed = await scratch.run("pnpm", "--dir", directory, "pack", "--json", "--pack-destination", "packed");
    const { filename } = JSON.parse(packed) as { readonly filename: string };
    // Provenance needs the identity of a build service, which a rehearsal has not. The registry is named on the command
    // line, where nothing wins over it: a rehearsal must never reach a real one.
    await scratch.run("npm", "publish", filename, "--provenance=false", `--registry=${registry.url}`);
  }
  return packages;
}
