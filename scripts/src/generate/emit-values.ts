import { isRef, type Ref, type Schema } from "./document.ts";
import type { Emitted } from "./emitted.ts";
import { camelCase, pascalCase } from "./names.ts";

/** The known values of an open set of strings. */
interface OpenEnum {
  /** The schema, or schema and property: `BotSessionChannel`. */
  readonly name: string;
  /** How a comment names it: `BotSession.channel`. */
  readonly place: string;
  readonly values: readonly string[];
}

/** For each open set a tuple of the known values, their type, and a guard. */
export function emitValues(schemas: Readonly<Record<string, Schema>>): Emitted | undefined {
  const enums = Object.entries(schemas).flatMap(([name, schema]) => findEnums(schema, pascalCase(name), name));
  const [first] = enums;
  if (first === undefined) return undefined;
  const names = enums.map(({ name }) => ({
    tuple: `${camelCase(name)}Values`,
    type: `Known${name}`,
    guard: `isKnown${name}`,
  }));
  return {
    file: "values.ts",
    text: enums.map(emitEnum).join("\n"),
    types: names.map(({ type }) => type),
    values: names.flatMap(({ tuple, guard }) => [tuple, guard]),
  };
}

function findEnums(node: Schema | Ref, name: string, place: string): OpenEnum[] {
  if (isRef(node)) return [];
  const values = node["x-extensible-enum"];
  const own = values === undefined ? [] : [{ name, place, values }];
  const properties = Object.entries(node.properties ?? {}).flatMap(([key, property]) =>
    findEnums(property, name + pascalCase(key), `${place}.${key}`),
  );
  const items = node.items === undefined ? [] : findEnums(node.items, name, place);
  return [...own, ...properties, ...items];
}

function emitEnum({ name, place, values }: OpenEnum): string {
  const tuple = `${camelCase(name)}Values`;
  return `/** The documented values of \`${place}\`. The service may send others. */
    export const ${tuple} = ${JSON.stringify(values)} as const;
    export type Known${name} = (typeof ${tuple})[number];

    /** Is this one of the documented values of \`${place}\`? */
    export function isKnown${name}(value: string): value is Known${name} {
      return (${tuple} as readonly string[]).includes(value);
    }\n`;
}
