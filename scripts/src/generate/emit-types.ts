import type { ApiModel } from "./model.ts";
import type { Emitted } from "./emitted.ts";
import { inputTypeName, parametersTypeName } from "./public-schemas.ts";
import type { TypeSource } from "./schema-types.ts";
import type { Usage } from "./type-rewriter.ts";

/** The types that a method takes and gives, and all that they are made of. */
export function emitTypes(model: ApiModel, compiled: ReadonlyMap<string, TypeSource>): Emitted {
  const answers = reach(compiled, answerRoots(model, compiled));
  const inputs = model.operations.map(inputTypeName);
  const shared = [...reach(compiled, inputs)].filter((name) => !inputs.includes(name));
  const others = [...new Set([...answers, ...shared])].sort();
  const print = (name: string, usage: Usage): string => compiled.get(name)?.print(usage) ?? "";
  const declarations = [
    ...inputs.map((name) => print(name, "input")),
    ...others.map((name) => print(name, answers.has(name) ? "answer" : "input")),
  ];
  return { file: "types.ts", text: declarations.join("\n\n"), types: [...inputs, ...others], values: [] };
}

/** Outputs, rows of listings, and what the parameters of errors refer to. */
function answerRoots({ operations, errors }: ApiModel, compiled: ReadonlyMap<string, TypeSource>): string[] {
  const outputs = operations.flatMap(({ output, pagination }) => [output.name, pagination?.itemType ?? output.name]);
  return [...outputs, ...errors.flatMap((error) => [...(compiled.get(parametersTypeName(error))?.references ?? [])])];
}

/** The types named, with all that they refer to. */
function reach(compiled: ReadonlyMap<string, TypeSource>, roots: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const waiting = [...roots];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    waiting.push(...(compiled.get(name)?.references ?? []));
  }
  return reached;
}
