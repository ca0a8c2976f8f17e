// Writes what @org/specs publishes: each description as one 3.1 document, in JSON and YAML, and as 3.0.3, and its workflows,
// which name the description beside them.
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { findApis, repository } from "./apis.ts";
import { bundle } from "./bundle.ts";
import { downConvert } from "./down-convert.ts";

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
const dist = join(repository, "specs/dist");

await rm(dist, { recursive: true, force: true });
await Promise.all(
  findApis().map(async (api) => {
    const document = await bundle(api);
    const folder = join(dist, api.name);
    await mkdir(folder, { recursive: true });
    await Promise.all([
      writeFile(join(folder, "openapi.json"), json(document)),
      writeFile(join(folder, "openapi.yaml"), stringify(document, { aliasDuplicateObjects: false, lineWidth: 120 })),
      writeFile(join(folder, "openapi-3.0.json"), json(downConvert(document))),
      api.workflows && copyFile(join(repository, api.workflows), join(folder, "workflows.arazzo.yaml")),
    ]);
  }),
);
