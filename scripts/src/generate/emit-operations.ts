import { errorTypeName } from "./emit-errors.ts";
import { importTypes, type Emitted } from "./emitted.ts";
import type { ApiModel, OperationModel } from "./model.ts";
import { pascalCase } from "./names.ts";
import { operationDoc } from "./operation-doc.ts";
import { inputTypeName } from "./public-schemas.ts";

/** What the runtime needs to know of each operation, and the methods' types. */
export function emitOperations(model: ApiModel): Emitted {
  const { operations } = model;
  const group = `${pascalCase(model.name)}Operations`;
  const methods = operations.map(({ id }) => pascalCase(id));
  const constants = operations.map(({ id }) => `${id}Operation`);
  const text = [
    importRuntime(operations) +
      importTypes(operations.map(errorTypeName), "./errors.js") +
      importTypes(operations.flatMap(typesOf), "./types.js"),
    `/** What holds for the API as a whole. */\nexport const api: ApiDescriptor = ${apiDescriptor(model)};\n`,
    ...operations.map(
      (operation) => `export const ${operation.id}Operation: Operation = ${JSON.stringify(descriptor(operation))};\n`,
    ),
    ...operations.map((operation) => emitMethod(operation, group)),
    emitGroup(operations, group),
  ].join("\n");
  return {
    file: "operations.ts",
    text,
    types: [...methods, group],
    values: ["api", ...constants, "bindOperations"],
  };
}

function importRuntime(operations: readonly OperationModel[]): string {
  const lists = operations.filter(({ pagination }) => pagination !== undefined);
  const calls = operations.filter(({ pagination }) => pagination === undefined);
  const types = ["ApiDescriptor", "Operation", "Result", "Transport"].concat(
    calls.length > 0 ? ["CallOptions"] : [],
    lists.length > 0 ? ["Listing", "ListOptions", "Page"] : [],
  );
  const values = [
    ...(calls.length > 0 ? ["bindCall"] : []),
    ...(lists.length > 0 ? ["bindListing"] : []),
    ...(operations.some(isPaced) ? ["pace"] : []),
  ];
  return `import { ${values.join(", ")} } from "@org/runtime";\n${importTypes(types, "@org/runtime")}`;
}

function typesOf(operation: OperationModel): string[] {
  const { output, pagination } = operation;
  return [inputTypeName(operation), output.name, ...(pagination ? [pagination.itemType] : [])];
}

/** Only an API with limits to keep to brings the code that does. */
function apiDescriptor({ name, basePath, defaultHost, auth, operations }: ApiModel): string {
  const fields = JSON.stringify({ name, basePath, ...(defaultHost !== undefined && { defaultHost }), auth });
  return operations.some(isPaced) ? fields.replace(/}$/, ", pace }") : fields;
}

function isPaced({ rateLimits }: OperationModel): boolean {
  return rateLimits.some(({ enforced }) => enforced);
}

/** An `Operation` of the runtime. */
function descriptor(operation: OperationModel): object {
  const { id, method, path, retry, pagination, errorNames, rejects } = operation;
  const { itemType: _type, ...paging } = pagination ?? {};
  const rateLimits = operation.rateLimits.filter(({ enforced }) => enforced);
  return {
    id,
    method,
    path,
    inputs: Object.fromEntries(operation.inputs.map(({ name, in: place, rule }) => [name, { in: place, ...rule }])),
    ...(operation.hasBody && { body: "json" }),
    retry: retry.safety,
    ...(retry.settledBy !== undefined && { settledBy: retry.settledBy }),
    variants: operation.variants,
    ...(errorNames.length > 0 && { errorNames }),
    errorStatuses: operation.errorStatuses,
    ...(rejects.length > 0 && { rejects }),
    ...(pagination && { pagination: paging }),
    ...(rateLimits.length > 0 && {
      rateLimits: rateLimits.map(({ requests, windowSeconds, per }) => ({
        requests,
        windowMs: windowSeconds * 1000,
        per,
      })),
    }),
    shape: operation.shape,
  };
}

function emitMethod(operation: OperationModel, group: string): string {
  const { id, output, pagination, inputs } = operation;
  const optional = inputs.every(({ rule }) => !rule.required);
  const input = `input${optional ? "?" : ""}: ${inputTypeName(operation)}`;
  const error = errorTypeName(operation);
  const comment = `/** The method {@link ${group}.${id}}. */`;
  if (pagination === undefined) {
    return `${comment}
    export interface ${pascalCase(id)} {
      (${input}, options?: CallOptions): Promise<${output.name}>;
      /** The same, with every failure as a value: never throws. */
      safe(${input}, options?: CallOptions): Promise<Result<${output.name}, ${error}>>;
      /** Is this a failure of this operation? */
      isError(value: unknown): value is ${error};
    }\n`;
  }
  const page = `Page<${pagination.itemType}, ${output.name}>`;
  return `${comment}
    export interface ${pascalCase(id)} {
      (${input}, options?: ListOptions): Listing<${pagination.itemType}, ${output.name}>;
      /** One page: the first, or the one after \`options.resume\`. */
      page(${input}, options?: ListOptions): Promise<${page}>;
      /** All pages, with a failure as the last value: never throws. */
      safe(${input}, options?: ListOptions): AsyncIterable<Result<${page}, ${error}>>;
      /** Is this a failure of this operation? */
      isError(value: unknown): value is ${error};
    }\n`;
}

function emitGroup(operations: readonly OperationModel[], group: string): string {
  const members = operations.map(
    (operation) => `${operationDoc(operation)}readonly ${operation.id}: ${pascalCase(operation.id)};`,
  );
  const bound = operations.map(({ id, pagination }) => {
    return `${id}: ${pagination ? "bindListing" : "bindCall"}<${pascalCase(id)}>(transport, ${id}Operation),`;
  });
  return `/** The operations of the API, one method each. */
  export interface ${group} {
    ${members.join("\n")}
  }

  /** Makes the methods, all over one transport. */
  export function bindOperations(transport: Transport): ${group} {
    return {
      ${bound.join("\n")}
    };
  }\n`;
}
