// What an operation answers: its output, its errors, and what of an answer is known.
import { armsOf, resolve, schemaName, type Ref, type Response, type Schema } from "./document.ts";
import type { Trail } from "./locate.ts";
import type { OperationModel, Output } from "./model.ts";
import { pascalCase } from "./names.ts";
import type { OperationContext, SuccessAnswer } from "./read-context.ts";
import { shapeOf } from "./shape.ts";
import { statusNames } from "./status-errors.ts";

/** A named error where an operation declares it. */
export interface DeclaredError {
  readonly name: string;
  readonly status: number;
  readonly schema: Schema;
  readonly trail: Trail;
}

export function readSuccess({ document, operation, problems, trail, id }: OperationContext): SuccessAnswer | undefined {
  const at = [...trail, "responses"];
  const [status, ...others] = Object.keys(operation.responses ?? {}).filter((key) => key.startsWith("2"));
  if (status === undefined) {
    problems.add(at, `${id}: no 2xx answer is described`);
    return undefined;
  }
  if (others.length > 0) {
    problems.add(at, `${id}: several 2xx answers (${[status, ...others].join(", ")}) are not supported yet`);
    return undefined;
  }
  const { content = {} } = resolve<Response>(document, operation.responses?.[status] ?? {});
  const types = Object.keys(content);
  const schema = content["application/json"]?.schema;
  if (schema === undefined || types.length > 1) {
    const what = types.length === 0 ? "without a body" : `of ${types.join(", ")}`;
    problems.add([...at, status], `${id}: an answer ${what} is not supported yet, only application/json with a schema`);
    return undefined;
  }
  return { schema };
}

/** Name, variants and shape of the answer. */
export function describeSuccess(
  { document, id }: OperationContext,
  { schema }: SuccessAnswer,
): Pick<OperationModel, "output" | "variants" | "shape"> {
  const resolved = resolve<Schema>(document, schema);
  const name = schemaName(schema);
  const output: Output = name === undefined ? { name: `${pascalCase(id)}Output`, inline: resolved } : { name };
  const variants = armsOf(resolved).map((arm) => resolve<Schema>(document, arm).required ?? []);
  return { output, variants, shape: shapeOf(document, schema) };
}

/** The errors by name, and the statuses that have none. */
export function readErrors(
  context: OperationContext,
): { readonly declared: readonly DeclaredError[] } & Pick<OperationModel, "errorNames" | "errorStatuses" | "rejects"> {
  const { document, operation, problems, trail, id } = context;
  const declared: DeclaredError[] = [];
  const errorStatuses: number[] = [];
  const rejects: number[] = [];
  for (const [key, entry] of Object.entries(operation.responses ?? {})) {
    const at = [...trail, "responses", key];
    const status = Number(key);
    if (!Number.isInteger(status)) {
      problems.add(at, `${id}: errors are told apart by status; write each status out instead of "${key}"`);
    } else if (status >= 400) {
      const response = resolve<Response>(document, entry);
      const named = readNamed(context, response, { status, trail: at });
      declared.push(...named);
      if (named.length === 0) errorStatuses.push(status);
      if (named.length === 0 && !statusNames.has(status)) {
        const known = [...statusNames.keys()].join(", ");
        problems.add(
          at,
          `${id}: an error without a name needs a status that gives it one; ${status} is none of ${known}`,
        );
      }
      if (status >= 500 && response["x-outcome"] === "rejected") rejects.push(status);
    }
  }
  return { declared, errorNames: [...new Set(declared.map(({ name }) => name))], errorStatuses, rejects };
}

function readNamed(
  { document }: OperationContext,
  { content = {} }: Response,
  { status, trail }: Pick<DeclaredError, "status" | "trail">,
): DeclaredError[] {
  const schema = content["application/json"]?.schema;
  if (schema === undefined) return [];
  const at = [...trail, "content", "application/json", "schema"];
  const union = resolve<Schema>(document, schema);
  const key = union.anyOf ? "anyOf" : "oneOf";
  return armsOf(union).flatMap((arm: Schema | Ref, index) => {
    const armSchema = resolve<Schema>(document, arm);
    const errorName = armSchema.properties?.["errorName"];
    const name = errorName && resolve<Schema>(document, errorName).const;
    if (typeof name !== "string") return [];
    return [{ name, status, schema: armSchema, trail: armSchema === union ? at : [...at, key, String(index)] }];
  });
}
