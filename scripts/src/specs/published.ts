import type { Api } from "./apis.ts";
import type { Document } from "./bundle.ts";

/** What the index says of a file. */
export interface PublishedFile {
  /** Relative to the index; the same in the package and on the site. */
  readonly path: string;
  /** What it holds, with the version of the format. */
  readonly format: string;
}

/** `index.json` of @org/specs: what there is, for those who find things by program. */
export interface Index {
  readonly version: string;
  readonly apis: readonly {
    readonly name: string;
    readonly title: string;
    /** `info.version` of the description. */
    readonly version: string;
    readonly files: readonly PublishedFile[];
  }[];
}

/** The files of one API. Their names are promised: what is published once stays where it is. */
export function filesOf({ name, workflows }: Api): PublishedFile[] {
  return [
    { path: `${name}/openapi.json`, format: "OpenAPI 3.1.0, JSON" },
    { path: `${name}/openapi.yaml`, format: "OpenAPI 3.1.0, YAML" },
    { path: `${name}/openapi-3.0.json`, format: "OpenAPI 3.0.3, JSON" },
    { path: `${name}/openapi-3.0.yaml`, format: "OpenAPI 3.0.3, YAML" },
    ...(workflows === undefined ? [] : [{ path: `${name}/workflows.arazzo.yaml`, format: "Arazzo 1.1.0, YAML" }]),
    { path: `${name}/CHANGELOG.md`, format: "Markdown" },
  ];
}

export function indexOf(
  documents: readonly { readonly api: Api; readonly document: Document }[],
  version: string,
): Index {
  return {
    version,
    apis: documents.map(({ api, document }) => {
      const { title, version } = document["info"] as { readonly title: string; readonly version: string };
      return { name: api.name, title, version, files: filesOf(api) };
    }),
  };
}
