import { DescriptionError } from "./description-error.js";
import { arrayOrEmpty, isObject, objectOrEmpty } from "./json.js";
import type { CollectedSchemas } from "./schema-collector.js";
import { definitionOf } from "./schema-keywords.js";

/** Stops at a schema that leads back to itself for one and the same value, which no validator would ever be done with. */
export function refuseEndless({ definitions, places }: CollectedSchemas): void {
  const done = new Set<string>();
  const visit = (name: string, open: ReadonlySet<string>): void => {
    if (open.has(name)) {
      throw new DescriptionError(places[name]?.at ?? "", "refers to itself, for the same value and so without an end");
    }
    if (done.has(name)) return;
    for (const next of referred(definitions.get(name))) visit(next, new Set(open).add(name));
    done.add(name);
  };
  for (const name of definitions.keys()) visit(name, new Set());
}

/** The definitions that a value is held to, beside the schema itself. */
function referred(schema: unknown): readonly string[] {
  if (!isObject(schema)) return [];
  const lists = [schema["allOf"], schema["anyOf"], schema["oneOf"]].flatMap(arrayOrEmpty);
  const single = [schema["not"], schema["if"], schema["then"], schema["else"]];
  const inner = [...lists, ...single, ...Object.values(objectOrEmpty(schema["dependentSchemas"]))];
  const own = typeof schema["$ref"] === "string" ? [definitionOf(schema["$ref"])] : [];
  return [...own, ...inner.flatMap(referred)];
}
