import { isDeepStrictEqual } from "node:util";
import { resolve, type OpenApi, type Schema } from "./document.ts";
import type { NamedError } from "./model.ts";
import { pascalCase } from "./names.ts";
import type { Problems } from "./problems.ts";
import type { DeclaredError } from "./read-answers.ts";

/** The errors that the service names, each once, whichever operations declare it. */
export function readNamedErrors(
  document: OpenApi,
  declared: readonly DeclaredError[],
  problems: Problems,
): readonly NamedError[] {
  const byName = new Map<string, DeclaredError[]>();
  for (const error of declared) byName.set(error.name, [...(byName.get(error.name) ?? []), error]);
  const errors = [...byName].flatMap(([name, [first, ...others]]) => {
    if (first === undefined) return [];
    for (const { schema, trail } of others) {
      if (!isDeepStrictEqual(schema, first.schema)) {
        problems.add(trail, `the error "${name}" is described in two ways; its type can only be one of them`);
      }
    }
    const statuses = [...new Set([first, ...others].map(({ status }) => status))].sort((a, b) => a - b);
    const parameters = parametersOf(document, first.schema);
    const { description = "" } = first.schema;
    const typeName = `${pascalCase(name)}Error`;
    return [{ name, typeName, description, statuses, ...(parameters && { parameters }) }];
  });
  return errors.sort((a, b) => (a.typeName < b.typeName ? -1 : 1));
}

function parametersOf(document: OpenApi, { properties }: Schema): Schema | undefined {
  const node = properties?.["parameters"];
  const parameters = node && resolve<Schema>(document, node);
  return Object.keys(parameters?.properties ?? {}).length > 0 ? parameters : undefined;
}
