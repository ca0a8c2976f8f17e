import { validate, type Schema } from "@cfworker/json-schema";
import type { SchemaCheck } from "../description.js";
import type { CollectedSchemas } from "../read/schema-collector.js";
import { refTo } from "../read/schema-keywords.js";
import { plainSchema, registerFormats } from "./plain-schema.js";
import { schemaErrors } from "./schema-errors.js";

/** Schemas by the `$ref` that leads to them. */
export type Lookup = Record<string, Schema | boolean>;

/** A check for each schema that is called from outside, by number. */
export function interpretChecks({ definitions, checks }: CollectedSchemas): readonly SchemaCheck[] {
  registerFormats();
  const lookup: Lookup = Object.fromEntries(
    [...definitions].map(([name, schema]) => [refTo(name), plainSchema(schema)] as const),
  );
  return checks.map((definition) => (value) => {
    const { valid, errors } = validate(value, lookup[refTo(definition)] ?? true, "2020-12", lookup, false);
    return valid ? [] : schemaErrors({ lookup, definition, value, units: errors });
  });
}
