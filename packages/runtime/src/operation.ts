import type { pace } from "./pacing.js";

/** What the generated code says about an API as a whole. */
export interface ApiDescriptor {
  /** The folder of the description: `foundry-aip-agents`. */
  readonly name: string;
  /** Path of the description's server: `/api`. */
  readonly basePath: string;
  /** Host of the description's server, where it names one. */
  readonly defaultHost?: string;
  /** The header that carries the credential, and the scheme before it: `Authorization`, `Bearer`. */
  readonly auth: { readonly header: string; readonly scheme?: string };
  /** Keeps to the documented limits, where operations have such. */
  readonly pace?: typeof pace;
}

/** Where one input field travels, and what can be checked before anything is sent. */
export interface InputRule {
  readonly in: "path" | "query" | "body";
  readonly type: "string" | "integer" | "number" | "boolean" | "array" | "object";
  readonly required?: true;
  /** Smallest number, shortest string or array. */
  readonly min?: number;
  /** Largest number, longest string or array. */
  readonly max?: number;
  /** The only values that the service takes. */
  readonly values?: readonly string[];
  /** Regular expression that a string must match. */
  readonly pattern?: string;
  /** A value that would be right, for messages. */
  readonly example?: string;
  /** Fields of the items of an array, or of an object. */
  readonly fields?: Readonly<Record<string, Omit<InputRule, "in">>>;
}

/** How one page leads to the next. */
export interface Pagination {
  readonly style: "token" | "offset" | "skip";
  /** Input field that carries the position: `pageToken`, `offset`, `skip`. */
  readonly position: string;
  /** Dot path of the rows in the answer. */
  readonly items: string;
  /** Dot path of the next token (`token`). */
  readonly next?: string;
  /** Dot path of the flag that says more rows follow (`offset`, `skip`). */
  readonly more?: string;
  /** Dot path of the number of matching rows. */
  readonly total?: string;
}

/** A documented limit that the client keeps to by itself. */
export interface RateLimit {
  readonly requests: number;
  readonly windowMs: number;
  /** Input field whose value the limit counts by, or `account`. */
  readonly per: string;
}

/**
 * Documented content of an answer, as little as is needed to notice what is new: `0` is anything, a list holds the
 * known values of an open set, `[shape]` an array, an object its known fields. Several arms: `{ "|": [...] }`.
 */
export type Shape = 0 | ShapeList | ShapeFields;
export interface ShapeList extends ReadonlyArray<Shape | string> {}
export interface ShapeFields {
  readonly [field: string]: Shape;
}

/** One operation, as the description has it. Written by the generator, read by {@link bindCall} and {@link bindListing}. */
export interface Operation {
  readonly id: string;
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "PATCH";
  /** Path template below the base path. */
  readonly path: string;
  readonly inputs: Readonly<Record<string, InputRule>>;
  /** `json`: the body fields are sent as a JSON object, always. */
  readonly body?: "json";
  /** `never`: may act twice when sent twice. Taken from the description, not from the method. */
  readonly retry: "safe" | "keyed" | "never";
  /** The read that tells whether a create of unknown outcome took effect. */
  readonly settledBy?: string;
  /** Answer variants: of each, the fields that the description requires. A good answer has at least one of some variant. */
  readonly variants: readonly (readonly string[])[];
  /** Error names that the service itself uses. */
  readonly errorNames?: readonly string[];
  /** Documented error statuses without a vendor name: they get the name of their status. */
  readonly errorStatuses: readonly number[];
  /** Statuses above 499 by which the service, without a body, says that it did nothing. */
  readonly rejects?: readonly number[];
  readonly pagination?: Pagination;
  readonly rateLimits?: readonly RateLimit[];
  readonly shape: Shape;
}
