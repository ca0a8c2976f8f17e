// The parts of an OpenAPI document that the generator reads.

export interface Ref {
  readonly $ref: string;
  readonly description?: string;
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: Json;
  readonly deprecated?: boolean;
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly example?: Json;
  readonly examples?: readonly Json[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema | Ref>>;
  readonly additionalProperties?: boolean | Schema | Ref;
  readonly items?: Schema | Ref;
  readonly anyOf?: readonly (Schema | Ref)[];
  readonly oneOf?: readonly (Schema | Ref)[];
  readonly allOf?: readonly (Schema | Ref)[];
  readonly "x-extensible-enum"?: readonly string[];
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema | Ref;
}

export interface MediaType {
  readonly schema?: Schema | Ref;
}

export interface RequestBody {
  readonly content?: Readonly<Record<string, MediaType>>;
}

export interface Response {
  readonly content?: Readonly<Record<string, MediaType>>;
  readonly "x-outcome"?: string;
}

export interface Operation {
  readonly operationId?: string;
  readonly description?: string;
  readonly parameters?: readonly (Parameter | Ref)[];
  readonly requestBody?: RequestBody | Ref;
  readonly responses?: Readonly<Record<string, Response | Ref>>;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly "x-source"?: unknown;
  readonly "x-retry"?: unknown;
  readonly "x-pagination"?: unknown;
  readonly "x-rate-limit"?: unknown;
}

export interface SecurityScheme {
  readonly type: string;
  readonly scheme?: string;
  readonly in?: string;
  readonly name?: string;
}

export interface Server {
  readonly url: string;
  readonly variables?: Readonly<Record<string, { readonly default: string }>>;
}

export interface OpenApi {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly servers?: readonly Server[];
  readonly security?: Operation["security"];
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: {
    readonly schemas?: Readonly<Record<string, Schema>>;
    readonly securitySchemes?: Readonly<Record<string, SecurityScheme | Ref>>;
  };
}

export function isRef(node: unknown): node is Ref {
  return typeof node === "object" && node !== null && "$ref" in node && typeof node.$ref === "string";
}

/** Follows references to what they name. They are local after bundling, and Redocly has seen that they lead somewhere. */
export function resolve<Node extends object>(document: OpenApi, node: Node | Ref): Node {
  let found: unknown = node;
  while (isRef(found)) {
    const { $ref } = found;
    found = $ref
      .slice("#/".length)
      .split("/")
      .map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"))
      .reduce<unknown>((parent, key) => (parent as Record<string, unknown> | undefined)?.[key], document);
    if (found === undefined) throw new Error(`${$ref} leads nowhere`);
  }
  return found as Node;
}

/** The name of the schema that a reference names. */
export function schemaName(node: Schema | Ref): string | undefined {
  const prefix = "#/components/schemas/";
  return isRef(node) && node.$ref.startsWith(prefix) ? node.$ref.slice(prefix.length) : undefined;
}

/** The arms of a union; a schema that is none is its own only arm. */
export function armsOf(schema: Schema): readonly (Schema | Ref)[] {
  return schema.anyOf ?? schema.oneOf ?? [schema];
}

/** The types of a schema, without null. */
export function typesOf({ type }: Schema): readonly string[] {
  const types = type === undefined ? [] : typeof type === "string" ? [type] : type;
  return types.filter((name) => name !== "null");
}
