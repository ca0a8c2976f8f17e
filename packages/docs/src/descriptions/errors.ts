import type { Operation } from "./operations.ts";
import type { Response, Schema, Source } from "./openapi.ts";

/** An error that an operation declares, as the SDK names it. */
export interface NamedError {
  readonly name: string;
  readonly status: string;
  readonly description: string;
  readonly source: Source | undefined;
  /** What `parameters` holds: name and description. */
  readonly parameters: readonly (readonly [name: string, description: string])[];
}

/** How the SDK names the errors of services that have no names, by status. */
export const statusNames: Readonly<Record<string, string>> = {
  400: "BadRequest",
  401: "Unauthorized",
  403: "Forbidden",
  404: "NotFound",
  409: "Conflict",
  413: "PayloadTooLarge",
  415: "UnsupportedMediaType",
  422: "UnprocessableEntity",
  429: "RateLimited",
  500: "InternalServerError",
  503: "ServiceUnavailable",
};

/** The errors of one response: the arms that have a name, or else the name of the status. */
export function errorsOf(status: string, response: Response): NamedError[] {
  const schema = response.content?.["application/json"]?.schema;
  const arms = schema === undefined ? [] : (schema.anyOf ?? [schema]);
  const named = arms.flatMap((arm) => nameOf(arm, status) ?? []);
  if (named.length > 0) return named.map((error) => ({ ...error, source: error.source ?? response["x-source"] }));
  const { description, "x-source": source } = response;
  return [{ name: statusNames[status] ?? status, status, description, source, parameters: [] }];
}

function nameOf({ properties, description = "", "x-source": source }: Schema, status: string): NamedError | undefined {
  const name = properties?.errorName?.const;
  if (typeof name !== "string") return undefined;
  const parameters = Object.entries(properties?.parameters?.properties ?? {}).map(
    ([key, value]) => [key, value.description ?? ""] as const,
  );
  return { name, status, description, source, parameters };
}

/** An error name, and every operation that declares it. */
export interface KnownError extends NamedError {
  readonly operations: readonly Operation[];
}

/** All declared errors by name, those of one name and status together. */
export function errorsByName(operations: readonly Operation[]): KnownError[] {
  const known = new Map<string, NamedError & { operations: Operation[] }>();
  for (const operation of operations) {
    for (const error of operation.errors) {
      const seen = known.get(error.name);
      if (seen) seen.operations.push(operation);
      else known.set(error.name, { ...error, operations: [operation] });
    }
  }
  return [...known.values()].toSorted((a, b) => a.name.localeCompare(b.name, "en"));
}
