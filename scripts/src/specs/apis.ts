// The APIs are the folders of specs/ that hold an openapi.yaml: adding one needs no list to be edited.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = fileURLToPath(new URL("../../../", import.meta.url));

export interface Api {
  /** The name of the folder, which is also that of the package. */
  readonly name: string;
  /** Relative to the repository. */
  readonly description: string;
  /** The workflows of the API in Arazzo, relative to the repository; undefined where there are none. */
  readonly workflows?: string;
}

export function findApis(): Api[] {
  return readdirSync(join(repository, "specs"))
    .map((name) => ({ name, description: `specs/${name}/openapi.yaml`, ...workflowsOf(name) }))
    .filter(({ description }) => existsSync(join(repository, description)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function workflowsOf(name: string): Pick<Api, "workflows"> {
  const workflows = `specs/${name}/workflows.arazzo.yaml`;
  return existsSync(join(repository, workflows)) ? { workflows } : {};
}
