import type { Document } from "../support/descriptions.ts";
import { messageOperators } from "./message-operators.ts";
import { changed, nodeAt, pointerOf, type Change, type Mutant, type Path } from "./mutant.ts";
import { schemaOperators } from "./schema-operators.ts";
import { sitesOf } from "./sites.ts";

/** Every operator, at every place of a description where it can change something. */
export function mutantsOf(api: string, document: Document): Mutant[] {
  const sites = sitesOf(document);
  const make = (operator: string, path: Path, [what, change]: Change): Mutant => ({
    api,
    operator,
    path,
    place: [pointerOf(path), what].filter((part) => part !== "").join(" "),
    make: () => changed(document, path, change),
  });
  return [
    ...Object.entries(schemaOperators).flatMap(([operator, changes]) =>
      sites.schemas.flatMap((path) => changes(nodeAt(document, path)).map((change) => make(operator, path, change))),
    ),
    ...Object.entries(messageOperators).flatMap(([operator, { at, changes }]) =>
      unique(at(sites)).flatMap((path) =>
        changes(nodeAt(document, path), document).map((change) => make(operator, path, change)),
      ),
    ),
  ];
}

const unique = (paths: readonly Path[]): Path[] => [...new Map(paths.map((path) => [pointerOf(path), path])).values()];
