/** The types of JSON Schema. */
export type JsonType = "array" | "boolean" | "integer" | "null" | "number" | "object" | "string";

/** One complaint of a schema check, in the vocabulary of JSON Schema. */
export interface SchemaError {
  /** JSON pointer into the checked value. */
  readonly instancePath: string;
  readonly keyword: string;
  /** The definition that complains, and a JSON pointer into it, as in a URI: `s3/properties/title/minLength`. */
  readonly schemaPath: string;
  /** Facts about the keyword: `missingProperty`, `allowedValues`, `limit`, and for `anyOf` and `oneOf` the `union`. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** Answers with every complaint; an empty list means that the value obeys the schema. Does not change the value. */
export type SchemaCheck = (value: unknown) => readonly SchemaError[];

/** One alternative of an `anyOf` or `oneOf`, with what tells it from its neighbours. */
export interface UnionArm {
  /** Index into `checks`. */
  readonly check: number;
  /** The types that the arm accepts, absent when it does not say. */
  readonly types?: readonly JsonType[];
  /** Properties with one possible value. */
  readonly constants?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
  /** The arm is open: it takes no value whose property of this name has a constant of another arm. */
  readonly open?: string;
}

export type ParameterStyle = "label" | "matrix" | "simple" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";

/** How text becomes a value: the types that the schema allows for the whole, for items and for properties. */
export interface TextForm {
  /** `json`: the parameter is described by `content` and carries JSON. */
  readonly style: ParameterStyle | "json";
  readonly explode: boolean;
  readonly types: readonly JsonType[];
  readonly items?: readonly JsonType[];
  readonly properties?: Readonly<Record<string, readonly JsonType[]>>;
}

/** A part of the description. */
interface Described {
  /** JSON pointer into the description. */
  readonly at: string;
}

/** Something with a schema whose values may be marked as not to be shown. */
interface Hiding {
  /** Index into `hidden`; absent where nothing is marked. */
  readonly hidden?: number;
}

export interface CompiledHeader extends Described, Hiding {
  readonly name: string;
  readonly required: boolean;
  /** Index into `checks`. */
  readonly check: number;
  readonly form: TextForm;
}

export interface CompiledParameter extends CompiledHeader {
  readonly in: "path" | "query" | "header" | "cookie";
  /** Whether an empty text stands for "given, without a value" (`allowEmptyValue`). */
  readonly mayBeEmpty?: true;
}

export interface CompiledMedia extends Described, Hiding {
  /** Media type or range in lower case without parameters: `application/json`, `text/*`. */
  readonly type: string;
  /** Index into `checks`; absent when the description gives no schema. */
  readonly check?: number;
}

export interface CompiledBody extends Described {
  readonly required: boolean;
  readonly content: readonly CompiledMedia[];
}

export interface CompiledResponse extends Described {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly headers: readonly CompiledHeader[];
  /** Empty: no body is documented. */
  readonly content: readonly CompiledMedia[];
}

/** Where a credential is carried. A scheme that leaves no trace in a request (mutual TLS) has none. */
export interface CredentialPlace {
  readonly in: "header" | "query" | "cookie";
  readonly name: string;
  /** First word of the header, for example `Bearer`. */
  readonly prefix?: string;
}

export interface CompiledOperation extends Described {
  readonly id: string;
  /** In upper case. */
  readonly method: string;
  /** Path of the server URL, without a slash at the end: `/api` or the empty string. */
  readonly basePath: string;
  /** The path template as it stands in the description. */
  readonly path: string;
  readonly parameters: readonly CompiledParameter[];
  readonly requestBody?: CompiledBody;
  readonly responses: readonly CompiledResponse[];
  /** Alternatives, each a list of schemes that must all be met. An empty list: no credentials are asked for. */
  readonly security: readonly (readonly string[])[];
  /** JSON pointer to where `security` stands in the description. */
  readonly securityAt: string;
}

/** Where a definition stands in the description. */
export interface DefinitionPlace extends Described {
  /** The definition is a boolean, or made of what stands there: pointers into it lead nowhere. */
  readonly isMade?: true;
}

/** What is marked as secret or personal in values of one kind. Numbers are indexes into `hidden`. */
export interface HiddenNode {
  /** The value itself, with all inside it. */
  readonly self?: true;
  readonly properties?: Readonly<Record<string, number>>;
  /** Properties of any other name. */
  readonly others?: number;
  readonly items?: number;
}

/**
 * A description with its schema checks. `contract compile` writes a module whose default export is one.
 * Treat it as opaque: its shape belongs to the version of this package that made it.
 */
export interface CompiledDescription {
  /** Version of this shape. */
  readonly format: 1;
  readonly title: string;
  readonly version: string;
  readonly operations: readonly CompiledOperation[];
  readonly credentials: Readonly<Record<string, CredentialPlace | null>>;
  readonly unions: readonly (readonly UnionArm[])[];
  readonly checks: readonly SchemaCheck[];
  /** By the names that begin a {@link SchemaError.schemaPath}. */
  readonly places: Readonly<Record<string, DefinitionPlace>>;
  readonly hidden: readonly HiddenNode[];
}
