import type { Schema, Source } from "./openapi.ts";

/** One row of a table of fields. */
export interface Field {
  /** Where it stands: `metadata.title`, `sessions[].tags`. */
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
  /** Where its source is another than the operation's. */
  readonly source: Source | undefined;
}

/** The fields of a schema and of all that it holds, depth first. The arms of a union come one after the other. */
export function fieldsOf(schema: Schema, prefix = ""): Field[] {
  if (schema.anyOf) return mergeArms(schema.anyOf.map((arm) => fieldsOf(arm, prefix)));
  if (schema.items) return fieldsOf(schema.items, `${prefix}[]`);
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const name = prefix === "" ? key : `${prefix}.${key}`;
    const field: Field = {
      name,
      type: typeOf(property),
      required: schema.required?.includes(key) ?? false,
      description: property.description ?? "",
      source: property["x-source"],
    };
    return [field, ...fieldsOf(property, name)];
  });
}

/** A field that several arms have is shown once, with all its types; it is required if all of them require it. */
function mergeArms(arms: readonly (readonly Field[])[]): Field[] {
  const names = new Set(arms.flat().map(({ name }) => name));
  return [...names].flatMap((name) => {
    const found = arms.flatMap((arm) => arm.find((field) => field.name === name) ?? []);
    const type = [...new Set(found.map((field) => field.type))].join(" | ");
    const required = found.length === arms.length && found.every((field) => field.required);
    return found.slice(0, 1).map((field) => ({ ...field, type, required }));
  });
}

export function typeOf(schema: Schema): string {
  const values = schema["x-extensible-enum"] ?? schema.enum;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (values)
    return values.map((value) => JSON.stringify(value)).join(" | ") + (schema["x-extensible-enum"] ? " | …" : "");
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeOf))].join(" | ");
  if (schema.items) return `${typeOf(schema.items)}[]`.replace(/^(.*\|.*)\[\]$/, "($1)[]");
  const types = [schema.type ?? "object"].flat().join(" | ");
  return schema.format ? `${types} (${schema.format})` : types;
}
