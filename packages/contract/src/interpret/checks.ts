import { validate, type Schema } from "@cfworker/json-schema";
import type { SchemaCheck } from "../description.js";
import type { CollectedSchemas } from "../read/schema-collector.js";
import { plainSchema, registerFormats } from "./plain-schema.js";
import { schemaErrors } from "./schema-errors.js";

/** Schemas by the `$ref` that leads to them. */
export type Lookup = Readonly<Record<string, Schema | boolean>>;

/** A check for each schema that is called from outside, by number. */
export function interpretChecks({ definitions, checks }: CollectedSchemas): readonly SchemaCheck[] {
  registerFormats();
  const lookup: Lookup = Object.fromEntries(
    [...definitions].map(([name, schema]) => [`#/$defs/${name}`, plainSchema(schema)] as const),
  );
  return checks.map((name) => checkOf(lookup, lookup[`#/$defs/${name}`] ?? true));
}

function checkOf(lookup: Lookup, schema: Schema | boolean): SchemaCheck {
  return (value) => {
    const { valid, errors } = run(lookup, schema, value);
    return valid ? [] : schemaErrors({ lookup, schema, value, units: errors });
  };
}

function run(lookup: Lookup, schema: Schema | boolean, value: unknown): ReturnType<typeof validate> {
  return validate(value, schema, "2020-12", { ...lookup }, false);
}
