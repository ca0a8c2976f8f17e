// What the emitters know of an API: the description, checked and sorted by what the output needs.
import type { Json, Ref, Schema } from "./document.ts";

/** An API, as its package sees it. */
export interface ApiModel {
  /** `foundry-aip-agents`. */
  readonly name: string;
  /** Path of the server, without host: `/api`. */
  readonly basePath: string;
  /** Host of the server; absent where the description names a placeholder only. */
  readonly defaultHost?: string;
  readonly auth: { readonly header: string; readonly scheme?: string };
  readonly operations: readonly OperationModel[];
  /** Errors that the service names, in alphabetical order. */
  readonly errors: readonly NamedError[];
  /** The schemas of the description by name. */
  readonly schemas: Readonly<Record<string, Schema>>;
}

export type Method = "GET" | "PUT" | "POST" | "DELETE" | "PATCH";

export interface OperationModel {
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly description: string;
  readonly source: SourceNote;
  readonly retry: Retry;
  readonly rateLimits: readonly RateLimit[];
  readonly pagination?: Pagination;
  /** In the order path, query, body. */
  readonly inputs: readonly InputField[];
  readonly hasBody: boolean;
  readonly output: Output;
  /** Of each answer variant, the fields that it requires. */
  readonly variants: readonly (readonly string[])[];
  readonly shape: Json;
  /** Names of the vendor's errors that the operation declares, by status. */
  readonly errorNames: readonly string[];
  /** Error statuses without a named error. */
  readonly errorStatuses: readonly number[];
  /** Statuses above 499 that mean that nothing was done. */
  readonly rejects: readonly number[];
}

/** Where the knowledge about an operation comes from. */
export interface SourceNote {
  readonly status: "documented" | "observed" | "inferred";
  readonly page: string;
  readonly date: string;
  readonly note?: string;
}

export interface Retry {
  readonly safety: "safe" | "keyed" | "never";
  readonly reason: string;
  /** The read that tells whether a call of unknown outcome took effect. */
  readonly settledBy?: string;
}

export interface RateLimit {
  readonly requests: number;
  readonly windowSeconds: number;
  readonly per: string;
  /** Whether the client keeps to it by itself. */
  readonly enforced: boolean;
}

export interface Pagination {
  readonly style: "token" | "offset" | "skip";
  /** Input field that carries the position. */
  readonly position: string;
  /** Dot path of the rows in the answer. */
  readonly items: string;
  /** Name of the schema of a row. */
  readonly itemType: string;
  readonly next?: string;
  readonly more?: string;
  readonly total?: string;
}

export interface InputField {
  readonly name: string;
  readonly in: "path" | "query" | "body";
  /** The field's schema, with the description that applies to this operation. */
  readonly schema: Schema | Ref;
  readonly rule: InputRule;
}

/** What a client can check before it sends. */
export interface InputRule {
  readonly type: "string" | "integer" | "number" | "boolean" | "array" | "object";
  readonly required?: true;
  readonly min?: number;
  readonly max?: number;
  readonly values?: readonly string[];
  readonly pattern?: string;
  /** A value that fits the pattern. */
  readonly example?: string;
  readonly fields?: Readonly<Record<string, InputRule>>;
}

export interface Output {
  /** Name of the type. */
  readonly name: string;
  /** The schema, where the description gives it no name. */
  readonly inline?: Schema;
}

/** An error that the service names. */
export interface NamedError {
  /** `AgentNotFound`, `Default:Unauthorized`. */
  readonly name: string;
  /** `AgentNotFoundError`, `DefaultUnauthorizedError`. */
  readonly typeName: string;
  readonly description: string;
  readonly statuses: readonly number[];
  /** Absent where none are documented. */
  readonly parameters?: Schema;
}
