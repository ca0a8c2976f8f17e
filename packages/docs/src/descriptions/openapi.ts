/** The parts of an OpenAPI 3.1 document that the site reads, references resolved or not. */
export interface Document {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly externalDocs: { readonly url: string };
  readonly servers: readonly {
    readonly url: string;
    readonly variables?: Record<string, { readonly default: string }>;
  }[];
  readonly security?: readonly Record<string, readonly string[]>[];
  readonly paths: Record<string, PathItem>;
  readonly components: { readonly securitySchemes: Record<string, SecurityScheme> } & Record<string, unknown>;
}

export interface SecurityScheme {
  readonly type: string;
  readonly name?: string;
  readonly description: string;
}

export type PathItem = { readonly parameters?: readonly Parameter[] } & Partial<Record<Method, RawOperation>>;
export type Method = "get" | "post";

export interface RawOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly security?: readonly Record<string, readonly string[]>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Body & { readonly required?: boolean };
  readonly responses: Record<string, Response>;
  readonly "x-source": Source;
  readonly "x-retry": Retry;
  readonly "x-pagination"?: { readonly style: string };
  readonly "x-rate-limit"?: readonly RateLimit[];
}

export interface Source {
  readonly status: "documented" | "observed" | "inferred";
  readonly page: string;
  readonly date: string;
  readonly note?: string;
}

export interface Retry {
  readonly safety: "safe" | "keyed" | "never";
  readonly reason: string;
  readonly settledBy?: string;
}

export interface RateLimit {
  readonly requests: number;
  readonly windowSeconds: number;
  readonly per: string;
  readonly enforced: boolean;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly description: string;
  readonly schema: Schema;
  readonly example?: unknown;
  readonly "x-source"?: Source;
}

export interface Body {
  readonly description?: string;
  readonly content?: Record<string, { readonly schema: Schema; readonly examples?: Record<string, Example> }>;
}

export interface Example {
  readonly summary?: string;
  readonly description?: string;
  readonly value: unknown;
}

export interface Response extends Body {
  readonly description: string;
  readonly "x-source"?: Source;
  readonly "x-outcome"?: "rejected" | "unknown";
}

export interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Record<string, Schema>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly "x-extensible-enum"?: readonly string[];
  readonly "x-source"?: Source;
}
