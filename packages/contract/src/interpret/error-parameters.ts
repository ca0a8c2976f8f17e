import { deepCompareStrict, type Schema } from "@cfworker/json-schema";
import type { SchemaError } from "../description.js";
import { isObject, strings } from "../read/json.js";
import { UNION_KEYWORD } from "../read/schema-keywords.js";
import { formatName } from "./plain-schema.js";

type Params = SchemaError["params"];

const LIMITS: ReadonlySet<string> = new Set([
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties",
]);
const COMPARISONS: Readonly<Record<string, string>> = {
  minimum: ">=",
  maximum: "<=",
  exclusiveMinimum: ">",
  exclusiveMaximum: "<",
};

/** The facts about a keyword that complains of a value; none where the complaint only points at others inside it. */
export function parametersOf(keyword: string, schema: Schema, value: unknown): readonly Params[] {
  const asked: unknown = schema[keyword];
  if (LIMITS.has(keyword)) return [{ limit: asked }];
  const comparison = COMPARISONS[keyword];
  if (comparison !== undefined) return [{ comparison, limit: asked }];
  switch (keyword) {
    case "type":
    case "pattern":
    case "multipleOf":
      return [{ [keyword]: asked }];
    case "format":
      return [{ format: formatName(asked) }];
    case "const":
      return [{ allowedValue: asked }];
    case "enum":
      return [{ allowedValues: asked }];
    case "anyOf":
    case "oneOf":
      return [{ union: (schema[UNION_KEYWORD] as Params | undefined)?.[keyword] }];
    case "required":
      return absent(value, strings(asked)).map((missingProperty) => ({ missingProperty }));
    case "dependentRequired":
      return dependents(value, asked);
    case "contains":
      return [{ minContains: schema.minContains ?? 1, maxContains: schema.maxContains }];
    case "uniqueItems":
      return [lastTwins(value as readonly unknown[])];
    case "not":
      return [{}];
    default:
      return [];
  }
}

function absent(value: unknown, names: readonly string[]): readonly string[] {
  return names.filter((name) => !isObject(value) || !Object.hasOwn(value, name));
}

function dependents(value: unknown, asked: unknown): readonly Params[] {
  const given = Object.entries(isObject(asked) ? asked : {}).filter(
    ([name]) => isObject(value) && Object.hasOwn(value, name),
  );
  return given.flatMap(([property, names]) =>
    absent(value, strings(names)).map((missingProperty) => ({ property, missingProperty })),
  );
}

/** The last pair of equal items, as compiled checks tell it. */
function lastTwins(items: readonly unknown[]): Params {
  for (let i = items.length - 1; i > 0; i--) {
    for (let j = i - 1; j >= 0; j--) if (deepCompareStrict(items[i], items[j])) return { i, j };
  }
  return {};
}
