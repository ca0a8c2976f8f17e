// The descriptions as they were last released: what the next release is compared with, without network or history.
import { existsSync, globSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { findApis, repository } from "./apis.ts";
import { bundle, type Document } from "./bundle.ts";

const released = join(repository, "specs/released");

/** The last released 3.1 documents by the names of their APIs, which need not be there any more. */
export async function releasedDescriptions(): Promise<ReadonlyMap<string, Document>> {
  const files = existsSync(released) ? globSync("*/openapi.json", { cwd: released }).sort() : [];
  const documents = files.map(
    async (file) => [dirname(file), JSON.parse(await readFile(join(released, file), "utf8")) as Document] as const,
  );
  return new Map(await Promise.all(documents));
}

/** Makes the present descriptions the released ones. For the release, once the versions are set. */
export async function keepAsReleased(): Promise<void> {
  await rm(released, { recursive: true, force: true });
  for (const api of findApis()) {
    const file = join(released, api.name, "openapi.json");
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(await bundle(api), null, 2)}\n`);
  }
}
