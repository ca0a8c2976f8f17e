import { pointerTo } from "../pointer.js";
import { DescriptionError } from "./description-error.js";
import { isObject, type JsonObject } from "./json.js";
import { EVERY_TYPE } from "./schema-facts.js";
import { REFUSED } from "./schema-keywords.js";

interface Shape {
  readonly expected: string;
  holds(value: unknown): boolean;
}

const isText = (value: unknown): value is string => typeof value === "string";
const isListOf = (value: unknown, holds: (item: unknown) => boolean): value is readonly unknown[] =>
  Array.isArray(value) && value.every(holds) && new Set(value).size === value.length;
const isType = (value: unknown): boolean => EVERY_TYPE.some((type) => type === value);

const number: Shape = { expected: "a number", holds: Number.isFinite };
const count: Shape = {
  expected: "a whole number that is not negative",
  holds: (value) => Number.isInteger(value) && Number(value) >= 0,
};
const names: Shape = { expected: "a list of different names", holds: (value) => isListOf(value, isText) };
const flag: Shape = { expected: "true or false", holds: (value) => typeof value === "boolean" };
const text: Shape = { expected: "text", holds: isText };

/** What the values of keywords must be, by the schema of schemas of JSON Schema 2020-12. */
const SHAPES: Readonly<Record<string, Shape>> = {
  type: {
    expected: `one of ${EVERY_TYPE.join(", ")}, or a list of these`,
    holds: (value) => isType(value) || (isListOf(value, isType) && value.length > 0),
  },
  enum: { expected: "a list of at least one value", holds: (value) => Array.isArray(value) && value.length > 0 },
  format: text,
  pattern: text,
  multipleOf: { expected: "a number above 0", holds: (value) => Number.isFinite(value) && Number(value) > 0 },
  maximum: number,
  exclusiveMaximum: number,
  minimum: number,
  exclusiveMinimum: number,
  maxLength: count,
  minLength: count,
  maxItems: count,
  minItems: count,
  maxContains: count,
  minContains: count,
  maxProperties: count,
  minProperties: count,
  uniqueItems: flag,
  required: names,
  dependentRequired: {
    expected: "an object of lists of different names",
    holds: (value) => isObject(value) && Object.values(value).every(names.holds),
  },
};

/** Stops at what is no schema, or cannot be honoured. Patterns are read as regular expressions of Unicode text. */
export function refuseUnreadable(schema: JsonObject, place: string): void {
  const refused = REFUSED.find((keyword) => keyword in schema);
  if (refused !== undefined) throw new DescriptionError(place, `uses "${refused}", which is not supported`);
  for (const [keyword, value] of Object.entries(schema)) {
    const shape = Object.hasOwn(SHAPES, keyword) ? SHAPES[keyword] : undefined;
    if (shape?.holds(value) === false) {
      throw new DescriptionError(pointerTo(place, keyword), `must be ${shape.expected}`);
    }
  }
  const { pattern, patternProperties } = schema;
  const sources = isObject(patternProperties) ? Object.keys(patternProperties) : [];
  for (const source of isText(pattern) ? [pattern, ...sources] : sources) {
    try {
      void new RegExp(source, "u");
    } catch {
      throw new DescriptionError(place, `has a pattern that is no regular expression: ${source}`);
    }
  }
}
