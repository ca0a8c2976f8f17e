import { docComment } from "./doc-comment.ts";
import { importTypes, type Emitted } from "./emitted.ts";
import type { ApiModel, NamedError, OperationModel } from "./model.ts";
import { pascalCase } from "./names.ts";
import { parametersTypeName } from "./public-schemas.ts";
import type { TypeSource } from "./schema-types.ts";
import { statusErrorType, statusNames } from "./status-errors.ts";

export const errorTypeName = ({ id }: OperationModel): string => `${pascalCase(id)}Error`;

/** An interface for each error that the service names, and for each operation the union of all it can fail with. */
export function emitErrors(model: ApiModel, compiled: ReadonlyMap<string, TypeSource>): Emitted {
  const { errors, operations } = model;
  const parameters = errors.filter((error) => error.parameters !== undefined).map(parametersTypeName);
  const unions = operations.map((operation) => ({ operation, arms: unionOf(model, operation) }));
  const runtime = unions.flatMap(({ arms }) => arms).filter((arm) => !errors.some(({ typeName }) => typeName === arm));
  const references = parameters.flatMap((name) => [...(compiled.get(name)?.references ?? [])]);
  const text = [
    importTypes(errors.length > 0 ? [...runtime, "ApiError"] : runtime, "@org/runtime") +
      importTypes(references, "./types.js"),
    ...errors.map((error) => emitError(error, compiled)),
    ...unions.map(
      ({ operation, arms }) =>
        `/** Everything that \`${operation.id}\` can fail with; \`name\` tells which. */
        export type ${errorTypeName(operation)} = ${arms.join(" | ")};\n`,
    ),
  ].join("\n");
  const types = [...parameters, ...errors.map(({ typeName }) => typeName), ...operations.map(errorTypeName)];
  return { file: "errors.ts", text, types, values: [] };
}

function emitError(error: NamedError, compiled: ReadonlyMap<string, TypeSource>): string {
  const { name, typeName, description, statuses, parameters } = error;
  const type = parameters ? parametersTypeName(error) : "Readonly<Record<string, unknown>>";
  const declaration = parameters ? `${compiled.get(type)?.print("answer")}\n\n` : "";
  return `${declaration}${docComment(description)}export interface ${typeName} extends ApiError {
    readonly name: ${JSON.stringify(name)};
    readonly status: ${statuses.join(" | ")};
    readonly parameters: ${type};
  }\n`;
}

/** Named errors first, then those that go by their status, then what any call can end with. */
function unionOf({ errors }: ApiModel, { errorNames, errorStatuses, pagination }: OperationModel): string[] {
  const named = errors.filter(({ name }) => errorNames.includes(name)).map(({ typeName }) => typeName);
  const byStatus = errorStatuses.flatMap((status) => statusNames.get(status) ?? []);
  // A CallError may be a RateLimitedError already.
  const own = byStatus.filter((name) => name !== "RateLimited").map(statusErrorType);
  return [...named, ...own, pagination ? "ListError" : "CallError"];
}
