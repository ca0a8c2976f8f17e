import { resolveSchema, type SchemaHome } from "../arbitrary/arbitrary-of.ts";
import type { Schema } from "../arbitrary/schema.ts";
import type { Operation } from "../support/descriptions.ts";

/** An error that a description says an operation may answer with. */
export interface DocumentedError {
  readonly operation: string;
  readonly status: number;
  /** The vendor's name of it; `*` where the description admits names that it does not list; absent without names. */
  readonly name?: string;
}

/** Every documented error of an operation: one a status, or one a name where the errors of the status have names. */
export function documentedErrors({ id, responses }: Operation, home: SchemaHome): DocumentedError[] {
  return Object.entries(responses)
    .filter(([status]) => Number(status) >= 400)
    .flatMap(([status, { content }]) => {
      const arms = armsOf(content?.["application/json"]?.schema ?? {}, home);
      const names = arms.map((arm) => nameOf(arm, home));
      return names.map((name) => ({ operation: id, status: Number(status), ...(name !== undefined && { name }) }));
    });
}

/** The arms of a union, resolved; a schema that is none is its own only arm. */
export function armsOf(schema: Schema, home: SchemaHome): readonly Schema[] {
  const resolved = resolveSchema(schema, home);
  return (resolved.anyOf ?? [resolved]).map((arm) => resolveSchema(arm, home));
}

function nameOf({ properties }: Schema, home: SchemaHome): string | undefined {
  const { errorName } = properties ?? {};
  if (errorName === undefined) return undefined;
  const { const: name } = resolveSchema(errorName, home);
  return name === undefined ? "*" : (name as string);
}
