// Makes the model of an API from its bundled description, and tells every mistake that would make the output wrong.
import type { OpenApi, Operation, Parameter, Ref } from "./document.ts";
import type { Trail } from "./locate.ts";
import type { ApiModel, Method, OperationModel } from "./model.ts";
import type { Problems } from "./problems.ts";
import { describeSuccess, readErrors, readSuccess, type DeclaredError } from "./read-answers.ts";
import type { OperationContext } from "./read-context.ts";
import { isOneOf, readRateLimits, readRetry, readSource } from "./read-extensions.ts";
import { readInputs } from "./read-inputs.ts";
import { readNamedErrors } from "./read-named-errors.ts";
import { readPagination } from "./read-pagination.ts";
import { readAuth, readServer } from "./read-service.ts";

const methods = ["GET", "PUT", "POST", "DELETE", "PATCH"] as const;
const unsupported = new Set(["options", "head", "trace"]);

/** @throws {DescriptionError} with every mistake that was found. */
export function readApi(name: string, document: OpenApi, problems: Problems): ApiModel {
  const found = findOperations(document, problems);
  const ids = new Set(found.map(({ context }) => context.id));
  const read = found.map((operation) => readOperation(operation, ids));
  const errors = readNamedErrors(
    document,
    read.flatMap(({ declared }) => declared),
    problems,
  );
  const { basePath, defaultHost } = readServer(document, problems);
  const auth = readAuth(document, problems);
  problems.throwIfAny();
  return {
    name,
    basePath,
    ...(defaultHost !== undefined && { defaultHost }),
    auth,
    operations: read.flatMap(({ model }) => model ?? []),
    errors,
    schemas: document.components?.schemas ?? {},
  };
}

interface FoundOperation {
  readonly context: OperationContext;
  readonly method: Method;
  readonly path: string;
  readonly pathTrail: Trail;
  /** Parameters of all operations of the path. */
  readonly shared: readonly (Parameter | Ref)[];
}

function findOperations(document: OpenApi, problems: Problems): FoundOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) => {
    const pathTrail = ["paths", path];
    const shared = (item["parameters"] ?? []) as readonly (Parameter | Ref)[];
    return Object.entries(item).flatMap(([key, value]) => {
      const trail = [...pathTrail, key];
      const method = key.toUpperCase();
      if (unsupported.has(key)) problems.add(trail, `${path}: the method ${method} is not supported yet`);
      if (!isOneOf(method, methods)) return [];
      const operation = value as Operation;
      const id = operation.operationId;
      if (id === undefined) {
        problems.add(trail, `${method} ${path}: operationId is missing; it becomes the name of the method`);
        return [];
      }
      return [{ context: { document, problems, id, operation, trail }, method, path, pathTrail, shared }];
    });
  });
}

function readOperation(
  { context, method, path, pathTrail, shared }: FoundOperation,
  ids: ReadonlySet<string>,
): { readonly declared: readonly DeclaredError[]; readonly model: OperationModel | undefined } {
  const { id, operation } = context;
  const inputs = readInputs(context, shared, pathTrail);
  const success = readSuccess(context);
  const { declared, ...errors } = readErrors(context);
  const pagination = readPagination(context, { inputs, success });
  const source = readSource(context);
  const retry = readRetry(context, ids);
  const pathFields = inputs.filter((field) => field.in === "path").map((field) => field.name);
  const rateLimits = readRateLimits(context, new Set(pathFields));
  if (success === undefined) return { declared, model: undefined };
  const model: OperationModel = {
    id,
    method,
    path,
    description: operation.description ?? "",
    source,
    retry,
    rateLimits,
    ...(pagination && { pagination }),
    inputs,
    hasBody: operation.requestBody !== undefined,
    ...describeSuccess(context, success),
    ...errors,
  };
  return { declared, model };
}
