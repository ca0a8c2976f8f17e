import type { SchemaError } from "./description.js";

type Params = SchemaError["params"];

const COUNTED: Readonly<Record<string, string>> = {
  minLength: "at least # characters",
  maxLength: "at most # characters",
  minItems: "at least # items",
  maxItems: "at most # items",
  items: "at most # items",
  unevaluatedItems: "at most # items",
  minProperties: "at least # properties",
  maxProperties: "at most # properties",
};

const EXPLAINED: Readonly<Record<string, (params: Params) => string>> = {
  type: ({ type }) => oneOfNames(typeof type === "string" ? type.split(",") : (type as readonly string[])),
  const: ({ allowedValue }) => JSON.stringify(allowedValue),
  enum: ({ allowedValues }) => oneOfValues(allowedValues as readonly unknown[]),
  format: ({ format }) => `text of format ${String(format)}`,
  pattern: ({ pattern }) => `text that matches ${String(pattern)}`,
  required: () => "a value, as the property is required",
  dependentRequired: ({ property }) => `a value, as "${String(property)}" is there`,
  additionalProperties: () => "no property of this name",
  unevaluatedProperties: () => "no property of this name",
  propertyNames: () => "a property name that the description allows",
  uniqueItems: ({ i, j }) =>
    `items that differ (numbers ${[Number(i) + 1, Number(j) + 1].sort((a, b) => a - b).join(" and ")} are equal)`,
  multipleOf: ({ multipleOf }) => `a multiple of ${String(multipleOf)}`,
  contains: ({ minContains, maxContains }) =>
    `at least ${String(minContains)}${maxContains === undefined ? "" : ` and at most ${String(maxContains)}`} items of the described kind`,
  not: () => "a value outside of what the description rules out",
  "false schema": () => "no value here",
};

/** What a keyword of a schema asks for, in words. */
export function expectedBy({ keyword, params }: SchemaError): string {
  const counted = COUNTED[keyword];
  if (counted !== undefined) {
    const text = counted.replace("#", String(params["limit"]));
    return params["limit"] === 1 ? text.replace(/ies$/, "y").replace(/s$/, "") : text;
  }
  if (params["comparison"] !== undefined) return `a number ${String(params["comparison"])} ${String(params["limit"])}`;
  return EXPLAINED[keyword]?.(params) ?? `what "${keyword}" asks for: ${JSON.stringify(params)}`;
}

/** "string or null" */
export function oneOfNames(names: readonly string[]): string {
  return [...new Set(names)].join(" or ");
}

/** `one of "a", "b"`, or the value alone when there is one. */
export function oneOfValues(values: readonly unknown[]): string {
  const texts = [...new Set(values.map((value) => JSON.stringify(value)))];
  return texts.length === 1 ? String(texts[0]) : `one of ${texts.join(", ")}`;
}
