import { format as formats, type Schema } from "@cfworker/json-schema";
import { TEXT_FORMATS } from "../read/formats.js";
import { isObject } from "../read/json.js";
import { mapSchemas } from "../read/schema-keywords.js";

/** Stands for `false`, about which the interpreter would not tell where in the schema it is. */
export const NOTHING: Schema = Object.freeze({ not: Object.freeze({}) });

/** The interpreter has formats of its own under the plain names. Those of both doors are told apart by this. */
const PREFIX = "contract:";

/** A collected schema, put as the interpreter likes it. */
export function plainSchema(schema: unknown): Schema | boolean {
  if (schema === false) return NOTHING;
  if (!isObject(schema)) return true;
  const plain = mapSchemas(schema, plainSchema);
  return typeof plain["format"] === "string" ? { ...plain, format: PREFIX + plain["format"] } : { ...plain };
}

/** The name of a format in the description. */
export function formatName(format: unknown): string {
  return String(format).slice(PREFIX.length);
}

/** Adds our formats to the interpreter's table, which is its only door for them. */
export function registerFormats(): void {
  for (const [name, check] of TEXT_FORMATS) formats[PREFIX + name] ??= check;
}
