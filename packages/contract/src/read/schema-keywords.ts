import { isObject, type JsonObject } from "./json.js";

/** Keyword that carries the number of a union to the check that reports it. */
export const UNION_KEYWORD = "x-union";

/** The `$ref` to a collected definition. A short `urn:` would break the URI library that ajv uses. */
export function refTo(definition: string): string {
  return `https://description.invalid/${definition}`;
}

/** The definition that a `$ref` leads to. */
export function definitionOf(ref: string): string {
  return ref.slice(refTo("").length);
}

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
export const REFUSED = ["$id", "$anchor", "$dynamicRef", "$dynamicAnchor"];

const KEPT = new Set([...ASSERTIONS, ...ONE_SCHEMA, ...SCHEMA_LISTS, ...SCHEMA_MAPS, ...UNIONS, ...REFUSED]);

/** Whether a schema says anything beside `$ref` and annotations. */
export function hasAssertions(schema: JsonObject): boolean {
  return Object.keys(schema).some((keyword) => KEPT.has(keyword));
}

/** A copy of a schema in which every schema directly inside it is replaced. */
export function mapSchemas(schema: JsonObject, map: (inner: unknown) => unknown): JsonObject {
  const mapped = Object.entries(schema).map(([keyword, value]) => [keyword, mapValue(keyword, value, map)] as const);
  return Object.fromEntries(mapped);
}

function mapValue(keyword: string, value: unknown, map: (inner: unknown) => unknown): unknown {
  if (ONE_SCHEMA.includes(keyword)) return map(value);
  if (Array.isArray(value) && (SCHEMA_LISTS.includes(keyword) || UNIONS.includes(keyword))) return value.map(map);
  if (!isObject(value) || !SCHEMA_MAPS.includes(keyword)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, map(inner)]));
}
