// The descriptions as they were last released: what the next release is compared with, without network or history.
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Api, findApis, repository } from "./apis.ts";
import { bundle, type Document } from "./bundle.ts";

const released = join(repository, "specs/released");
const fileOf = (api: Api): string => join(released, api.name, "openapi.json");

/** The last released 3.1 document; undefined for an API that was never released. */
export async function releasedDescription(api: Api): Promise<Document | undefined> {
  const file = fileOf(api);
  return existsSync(file) ? (JSON.parse(await readFile(file, "utf8")) as Document) : undefined;
}

/** Makes the present descriptions the released ones. For the release, once the versions are set. */
export async function keepAsReleased(): Promise<void> {
  await rm(released, { recursive: true, force: true });
  for (const api of findApis()) {
    const file = fileOf(api);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(await bundle(api), null, 2)}\n`);
  }
}
