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

/**
 * Checks that an input is an object without other fields than these: a misspelt filter would list everything.
 *
 * @throws {ConfigurationError} naming the field.
 */
export function checkFieldNames(at: string, value: unknown, names: readonly string[]): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ConfigurationError(at, `must be an object with ${names.join(", ")}, not ${describe(value)}`);
  }
  for (const name of Object.keys(value)) {
    if (!names.includes(name)) {
      throw new ConfigurationError(
        `${at}.${name}`,
        `is not a field of this operation, which takes ${names.join(", ")}`,
      );
    }
  }
  return value as Record<string, unknown>;
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
  switch (type) {
    case "integer":
      return Number.isSafeInteger(value);
    case "number":
      return Number.isFinite(value);
    case "array":
      return Array.isArray(value);
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    default:
      return typeof value === type;
  }
}

function expected({ type, min, max, values, pattern, example }: FieldRule): string {
  if (values !== undefined) return values.map((value) => `"${value}"`).join(" or ");
  if (pattern !== undefined)
    return `a string${example === undefined ? "" : ` such as "${example}"`} (pattern ${pattern})`;
  const unit = type === "string" ? " characters" : type === "array" ? " items" : "";
  if (type === "string" && min === 1 && max === undefined) return "a non-empty string";
  const noun = type === "integer" || type === "array" || type === "object" ? `an ${type}` : `a ${type}`;
  const whole = type === "integer" ? "a whole number" : noun;
  if (min !== undefined && max !== undefined) return `${whole} of ${min} to ${max}${unit}`;
  if (min !== undefined) return `${whole} of at least ${min}${unit}`;
  if (max !== undefined) return `${whole} of at most ${max}${unit}`;
  return whole;
}

/** Says what was given without repeating it at length: an input may hold personal data. */
function describe(value: unknown): string {
  if (typeof value === "string")
    return value === "" ? "an empty string" : value.length > 40 ? "a longer string" : JSON.stringify(value);
  if (typeof value === "number" || typeof value === "boolean" || value === null) return String(value);
  if (Array.isArray(value)) return `an array of ${value.length}`;
  return value instanceof Date ? "a Date; use its toISOString()" : `a value of type ${typeof value}`;
}
