import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Scratch } from "../../scratch.ts";
import { publicPackages, type PublicPackage } from "../packages.ts";
import { pendingChangesets } from "../pending.ts";
import type { Registry } from "./registry.ts";

/** Does to a copy of the repository what a release does: versions, build, packing and publishing, by the same programs. */
export async function publishAll(scratch: Scratch, registry: Registry): Promise<readonly PublicPackage[]> {
  // The release itself meets versions that were made before, when the pull request with them was merged.
  if (pendingChangesets(scratch.root).length > 0) await scratch.run("pnpm", "release:version");
  writeFileSync(join(scratch.root, ".npmrc"), registry.npmrc);
  await scratch.run("pnpm", "release:pack", "packed");

  const publish = ["scripts/src/release/publish/main.ts", "packed", "--registry", registry.url];
  await scratch.run("node", ...publish, "--first-time");
  const again = await scratch.run("node", ...publish);
  const packages = publicPackages(scratch.root);
  const missing = packages.filter(({ name, manifest }) => !again.includes(`${name} ${manifest.version} is published`));
  if (missing.length > 0) throw new Error(`publishing again must find everything published, and did not:\n${again}`);
  return packages;
}
