import { ConfigurationError } from "./errors/configuration-error.js";

/**
 * Checks that something is an object without other fields than these: a misspelt filter would list everything, and a
 * misspelt option would do nothing.
 *
 * @param at what it is called: `input`. Empty for options, whose fields go by their own names.
 * @throws {ConfigurationError} naming the field and, among those there are, the likeliest to be meant.
 */
export function checkFieldNames(at: string, value: unknown, names: readonly string[]): Record<string, unknown> {
  if (kindOf(value) !== "object") {
    throw new ConfigurationError(at || "options", `must be an object with ${names.join(", ")}, not ${describe(value)}`);
  }
  for (const name of Object.keys(value as object)) {
    if (names.includes(name)) continue;
    const likely = nearest(name, names);
    const question = likely && `; did you mean ${likely}?`;
    throw new ConfigurationError(fieldOf(at, name), `is unknown${question || "."} This takes ${names.join(", ")}`);
  }
  return value as Record<string, unknown>;
}

/** A text that somebody has to give. It is not repeated, because it may be a secret. */
export function checkText(field: string, value: unknown, advice: string): void {
  if (typeof value !== "string" || value.trim() === "") {
    throw new ConfigurationError(field, `is missing or empty; ${advice}`);
  }
}

/** What an option must be, in words, and whether a value is that. */
export type OptionRule = readonly [expected: string, fits: (value: never) => unknown];

/** @throws {ConfigurationError} naming an option that is unknown or cannot work. `undefined` means the default. */
export function checkOptions(at: string, options: unknown, rules: Readonly<Record<string, OptionRule>>): void {
  const given = checkFieldNames(at, options, Object.keys(rules));
  for (const name of Object.keys(given)) {
    const [expected, fits] = rules[name] as OptionRule;
    const value = given[name];
    if (value !== undefined && !fits(value as never)) {
      throw new ConfigurationError(fieldOf(at, name), `must be ${expected}, not ${describe(value)}`);
    }
  }
}

export function fieldOf(at: string, name: string): string {
  return at ? `${at}.${name}` : name;
}

/** `typeof`, with arrays and null as what they are. */
export function kindOf(value: unknown): string {
  return Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
}

/** Says what was given without repeating it at length: an input may hold personal data. */
export function describe(value: unknown): string {
  const kind = kindOf(value);
  if (value === "") return "an empty string";
  if (kind === "string") return (value as string).length > 40 ? "a longer string" : JSON.stringify(value);
  if (kind === "array") return `an array of ${(value as unknown[]).length}`;
  if (kind === "number" || kind === "boolean" || kind === "null") return String(value);
  return value instanceof Date ? "a Date; use its toISOString()" : `a value of type ${kind}`;
}

/** The name that shares the most pairs of letters with a misspelt one, for their lengths; empty where none shares any. */
function nearest(misspelt: string, names: readonly string[]): string {
  const letters = misspelt.toLowerCase();
  const likeness = (name: string): number => {
    let shared = 0;
    for (let at = 1; at < letters.length; at++) {
      if (name.toLowerCase().includes(letters.slice(at - 1, at + 1))) shared++;
    }
    return shared / (name.length + letters.length);
  };
  return names.reduce((best, name) => (likeness(name) > likeness(best) ? name : best), "");
}
