import { isRef, resolve, typesOf, type Json, type OpenApi, type Ref, type Schema } from "./document.ts";

/**
 * As much of a schema as is needed to notice what is new in an answer: `0` is anything, a list of strings the known
 * values of an open set, `[shape]` an array, an object its known fields, `{ "|": [...] }` several arms.
 */
export function shapeOf(document: OpenApi, node: Schema | Ref, within: readonly string[] = []): Json {
  if (isRef(node)) {
    // A schema inside itself would have no end.
    if (within.includes(node.$ref)) return 0;
    return shapeOf(document, resolve<Schema>(document, node), [...within, node.$ref]);
  }
  const arms = node.anyOf ?? node.oneOf;
  if (arms !== undefined) {
    const shapes = arms.map((arm) => shapeOf(document, arm, within));
    return shapes.includes(0) ? 0 : { "|": shapes };
  }
  const values = knownValues(node);
  if (values !== undefined) return values;
  if (typesOf(node).includes("array")) {
    const item = node.items === undefined ? 0 : shapeOf(document, node.items, within);
    return item === 0 ? 0 : [item];
  }
  if (node.properties === undefined) return 0;
  return Object.fromEntries(
    Object.entries(node.properties).map(([name, property]) => [name, shapeOf(document, property, within)]),
  );
}

function knownValues(schema: Schema): readonly string[] | undefined {
  const values =
    schema["x-extensible-enum"] ?? schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  const strings = values?.filter((value) => typeof value === "string");
  return strings !== undefined && strings.length > 0 && strings.length === values?.length ? strings : undefined;
}
