// The schemas behind the public types: those of the description, and those that the client adds under names of its own.
import type { Schema } from "./document.ts";
import type { ApiModel, NamedError, OperationModel } from "./model.ts";
import { pascalCase } from "./names.ts";

export const inputTypeName = ({ id }: OperationModel): string => `${pascalCase(id)}Input`;
export const parametersTypeName = ({ typeName }: NamedError): string => typeName.replace(/Error$/, "Parameters");

/** Inputs as one flat object, outputs that the description left nameless, and parameters of errors. */
export function addedSchemas({ operations, errors }: ApiModel): Readonly<Record<string, Schema>> {
  const inputs = operations.map((operation) => [inputTypeName(operation), inputSchema(operation)] as const);
  const outputs = operations.flatMap(({ id, output: { name, inline } }) => {
    return inline ? [[name, { description: `What \`${id}\` gives.`, ...inline }] as const] : [];
  });
  const parameters = errors.flatMap((error) => {
    if (error.parameters === undefined) return [];
    const description = `What \`${error.name}\` says about itself.`;
    return [[parametersTypeName(error), { description, ...error.parameters }] as const];
  });
  return Object.fromEntries([...inputs, ...outputs, ...parameters]);
}

function inputSchema({ id, inputs }: OperationModel): Schema {
  return {
    type: "object",
    description: `What \`${id}\` takes.`,
    properties: Object.fromEntries(inputs.map(({ name, schema }) => [name, schema])),
    required: inputs.filter(({ rule }) => rule.required).map(({ name }) => name),
  };
}
