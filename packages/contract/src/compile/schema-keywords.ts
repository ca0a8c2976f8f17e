import { DescriptionError } from "./description-error.js";
import { isObject, type JsonObject } from "./json.js";

/** Keyword that carries the number of a union to the check that reports it. */
export const UNION_KEYWORD = "x-union";

export const ONE_SCHEMA = [
  "not",
  "if",
  "then",
  "else",
  "items",
  "contains",
  "additionalProperties",
  "unevaluatedProperties",
  "unevaluatedItems",
  "propertyNames",
];
export const SCHEMA_LISTS = ["allOf", "prefixItems"];
export const UNIONS = ["anyOf", "oneOf"];
export const SCHEMA_MAPS = ["properties", "patternProperties", "dependentSchemas"];
export const ASSERTIONS = [
  "type",
  "enum",
  "const",
  "format",
  "multipleOf",
  "maximum",
  "exclusiveMaximum",
  "minimum",
  "exclusiveMinimum",
  "maxLength",
  "minLength",
  "pattern",
  "maxItems",
  "minItems",
  "uniqueItems",
  "maxContains",
  "minContains",
  "maxProperties",
  "minProperties",
  "required",
  "dependentRequired",
];
/** They change what other references mean, and no bundler leaves them in an OpenAPI document. */
const REFUSED = ["$id", "$anchor", "$dynamicRef", "$dynamicAnchor"];

const KEPT = new Set([...ASSERTIONS, ...ONE_SCHEMA, ...SCHEMA_LISTS, ...SCHEMA_MAPS, ...UNIONS, ...REFUSED]);

/** Whether a schema says anything beside `$ref` and annotations. */
export function hasAssertions(schema: JsonObject): boolean {
  return Object.keys(schema).some((keyword) => KEPT.has(keyword));
}

/** Stops at what cannot be honoured. Patterns are read as regular expressions of Unicode text, as JSON Schema advises. */
export function refuseUnreadable(schema: JsonObject, place: string): void {
  const refused = REFUSED.find((keyword) => keyword in schema);
  if (refused !== undefined) throw new DescriptionError(place, `uses "${refused}", which is not supported`);
  const { pattern, patternProperties } = schema;
  const sources = isObject(patternProperties) ? Object.keys(patternProperties) : [];
  for (const source of typeof pattern === "string" ? [pattern, ...sources] : sources) {
    try {
      void new RegExp(source, "u");
    } catch {
      throw new DescriptionError(place, `has a pattern that is no regular expression: ${source}`);
    }
  }
}
