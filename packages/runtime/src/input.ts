import { checkFieldNames, describe, kindOf } from "./check-fields.js";
import { ConfigurationError } from "./errors/configuration-error.js";
import type { InputRule, Operation } from "./operation.js";

/** An input, sorted into the places where it travels. */
export interface SortedInput {
  readonly path: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly body: Record<string, unknown>;
}

type FieldRule = Omit<InputRule, "in">;

/**
 * Checks an input against what the description demands and sorts its fields. A call that cannot succeed is refused here,
 * before anything is sent.
 *
 * @throws {ConfigurationError} naming the field and what would be right.
 */
export function sortInput(inputs: Operation["inputs"], input: unknown): SortedInput {
  const sorted: SortedInput = { path: {}, query: {}, body: {} };
  const given = checkFields("input", input ?? {}, inputs);
  // In the order of the description, whatever that of the caller.
  for (const name of Object.keys(inputs)) {
    const value = given[name];
    if (value !== undefined) sorted[(inputs[name] as InputRule).in][name] = value;
  }
  return sorted;
}

function checkFields(at: string, value: unknown, rules: Readonly<Record<string, FieldRule>>): Record<string, unknown> {
  const names = Object.keys(rules);
  const fields = checkFieldNames(at, value, names);
  for (const name of names) {
    const rule = rules[name] as FieldRule;
    const field = fields[name];
    if (field !== undefined) checkValue(`${at}.${name}`, field, rule);
    else if (rule.required) throw new ConfigurationError(`${at}.${name}`, `is missing; it must be ${expected(rule)}`);
  }
  return fields;
}

function checkValue(at: string, value: unknown, rule: FieldRule): void {
  const { type, min, max, values, pattern, fields } = rule;
  const size = typeof value === "string" || Array.isArray(value) ? value.length : value;
  const fits =
    hasType(value, type) &&
    (min === undefined || (size as number) >= min) &&
    (max === undefined || (size as number) <= max) &&
    (values === undefined || values.includes(value as string)) &&
    (pattern === undefined || new RegExp(pattern, "u").test(value as string));
  if (!fits) throw new ConfigurationError(at, `must be ${expected(rule)}, not ${describe(value)}`);
  if ("in" in rule && rule.in === "path" && (value === "." || value === "..")) {
    throw new ConfigurationError(at, `must not be "${value}": no URL can carry it as a path segment`);
  }
  if (typeof value === "string" && !value.isWellFormed()) {
    throw new ConfigurationError(at, "holds half of a surrogate pair; give well-formed text");
  }
  if (fields === undefined) return;
  if (Array.isArray(value)) for (const [index, item] of value.entries()) checkFields(`${at}[${index}]`, item, fields);
  else checkFields(at, value, fields);
}

function hasType(value: unknown, type: InputRule["type"]): boolean {
  if (type === "integer") return Number.isSafeInteger(value);
  return type === "number" ? Number.isFinite(value) : kindOf(value) === type;
}

const nouns = {
  string: "a string",
  integer: "a whole number",
  number: "a number",
  boolean: "a boolean",
  array: "an array",
  object: "an object",
};

function expected({ type, min, max, values, pattern, example }: FieldRule): string {
  if (values) return values.map((value) => `"${value}"`).join(" or ");
  if (pattern) return `a string${example ? ` such as "${example}"` : ""} (pattern ${pattern})`;
  if (type === "string" && min === 1 && max === undefined) return "a non-empty string";
  if (min === undefined && max === undefined) return nouns[type];
  const bounds = max === undefined ? `at least ${min}` : min === undefined ? `at most ${max}` : `${min} to ${max}`;
  return `${nouns[type]} of ${bounds}${type === "string" ? " characters" : type === "array" ? " items" : ""}`;
}
