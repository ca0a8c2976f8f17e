/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** The part of JSON Schema that the descriptions use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly "x-extensible-enum"?: readonly string[];
  readonly anyOf?: readonly Schema[];
  /** On an arm for all that the others do not name: the property by which they are told apart. */
  readonly "x-open-arm"?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Keywords that say nothing about which values are valid. */
const annotations = [
  "title",
  "description",
  "example",
  "examples",
  "default",
  "deprecated",
  "x-source",
  "x-personal-data",
];

const keywords: ReadonlySet<string> = new Set([
  ...annotations,
  "$ref",
  "type",
  "const",
  "enum",
  "x-extensible-enum",
  "anyOf",
  "x-open-arm",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "minItems",
  "maxItems",
  "minLength",
  "maxLength",
  "pattern",
  "format",
  "minimum",
  "maximum",
]);

/**
 * Refuses a schema that says more than is understood here: its values would be drawn as if it did not.
 *
 * @throws {TypeError} naming the keyword.
 */
export function refuseUnknownKeywords(schema: Schema): void {
  const unknown = Object.keys(schema).find((name) => !keywords.has(name));
  if (unknown !== undefined) throw new TypeError(`No values are drawn for a schema with the keyword "${unknown}"`);
  const { $ref, anyOf, additionalProperties } = schema;
  for (const [name, alone] of Object.entries({ $ref, anyOf })) {
    if (alone === undefined) continue;
    const beside = Object.keys(schema).find((other) => other !== name && !annotations.includes(other));
    if (beside !== undefined) throw new TypeError(`No values are drawn for a schema with "${beside}" beside "${name}"`);
  }
  if (typeof additionalProperties === "object") {
    throw new TypeError('No values are drawn for a schema whose "additionalProperties" is a schema');
  }
}
