// Writes what @org/specs publishes: each description as one document, in 3.1 and 3.0.3, in JSON and YAML, with its
// workflows and its changelog, and an index of it all.
import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import { type Api, findApis, repository } from "./apis.ts";
import { bundle, type Document } from "./bundle.ts";
import { downConvert } from "./down-convert.ts";
import { indexOf } from "./published.ts";

const dist = join(repository, "specs/dist");
const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
const yaml = (value: object): string => stringify(value, { aliasDuplicateObjects: false, lineWidth: 120 });

const unwritten = findApis()
  .map(changelogOf)
  .filter((file) => !existsSync(join(repository, file)));
if (unwritten.length > 0) {
  console.error(`${unwritten.join(", ")} is missing: say there what changed for users, as the other descriptions do`);
  process.exit(1);
}
await rm(dist, { recursive: true, force: true });
const documents = await Promise.all(findApis().map(async (api) => ({ api, document: await write(api) })));
const { version } = JSON.parse(await readFile(join(repository, "specs/package.json"), "utf8")) as { version: string };
await writeFile(join(dist, "index.json"), json(indexOf(documents, version)));

async function write(api: Api): Promise<Document> {
  const document = await bundle(api);
  const older = downConvert(document);
  const folder = join(dist, api.name);
  await mkdir(folder, { recursive: true });
  await Promise.all([
    writeFile(join(folder, "openapi.json"), json(document)),
    writeFile(join(folder, "openapi.yaml"), yaml(document)),
    writeFile(join(folder, "openapi-3.0.json"), json(older)),
    writeFile(join(folder, "openapi-3.0.yaml"), yaml(older)),
    copyFile(join(repository, changelogOf(api)), join(folder, "CHANGELOG.md")),
    // They name the description beside them, and it has the same name in both folders.
    api.workflows && copyFile(join(repository, api.workflows), join(folder, "workflows.arazzo.yaml")),
  ]);
  return document;
}

function changelogOf({ description }: Api): string {
  return join(dirname(description), "CHANGELOG.md");
}
