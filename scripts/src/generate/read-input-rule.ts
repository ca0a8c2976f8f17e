import { armsOf, resolve, typesOf, type Ref, type Schema } from "./document.ts";
import type { Trail } from "./locate.ts";
import type { InputRule } from "./model.ts";
import type { OperationContext } from "./read-context.ts";
import { isOneOf } from "./read-extensions.ts";

const types = ["string", "integer", "number", "boolean", "array", "object"] as const;

export interface RuleOptions {
  readonly name: string;
  readonly required: boolean;
  /** Whether the value is a segment of the path: an empty one would name another resource. */
  readonly path: boolean;
  readonly trail: Trail;
  /** Whether this is a field of a field; its own fields are left to the service. */
  readonly nested?: boolean;
}

/** What a client can check of a field before it sends it. */
export function readInputRule(
  context: OperationContext,
  node: Schema | Ref,
  { name, required, path, trail, nested = false }: RuleOptions,
): InputRule | undefined {
  const { document, problems, id } = context;
  const schema = resolve<Schema>(document, node);
  const arms = armsOf(schema).map((arm) => resolve<Schema>(document, arm));
  const [type, ...others] = [...new Set(arms.flatMap(typesOf))];
  if (!isOneOf(type, types) || others.length > 0) {
    problems.add(
      trail,
      `${id}: the field "${name}" has ${others.length > 0 ? "several types" : "no type"}, which is not supported yet`,
    );
    return undefined;
  }
  const pattern = type === "string" ? schema.pattern : undefined;
  const example = pattern === undefined ? undefined : exampleOf(schema, new RegExp(pattern, "u"));
  const values = valuesOf(schema);
  const fields = nested ? undefined : readFields(context, schema, trail);
  return {
    type,
    ...(required && { required }),
    ...boundsOf(schema, type, path),
    ...(values && { values }),
    ...(pattern !== undefined && { pattern }),
    ...(example !== undefined && { example }),
    ...(fields && { fields }),
  };
}

function boundsOf(schema: Schema, type: string, path: boolean): Pick<InputRule, "min" | "max"> {
  const [lowest, max] =
    type === "string"
      ? [schema.minLength, schema.maxLength]
      : type === "array"
        ? [schema.minItems, schema.maxItems]
        : [schema.minimum, schema.maximum];
  const min = path && type === "string" ? Math.max(lowest ?? 0, 1) : lowest;
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

function valuesOf({ enum: values }: Schema): readonly string[] | undefined {
  return values?.every((value) => typeof value === "string") ? values : undefined;
}

/** The schema's own example or, where it has none, the first of the values in its description that fits. */
function exampleOf({ example, examples = [], description = "" }: Schema, pattern: RegExp): string | undefined {
  const quoted = [...description.matchAll(/`([^`]+)`/g)].map(([, text]) => text);
  return [example, ...examples, ...quoted].find(
    (text): text is string => typeof text === "string" && pattern.test(text),
  );
}

function readFields(context: OperationContext, schema: Schema, trail: Trail): InputRule["fields"] {
  const { document } = context;
  const item = schema.items === undefined ? schema : resolve<Schema>(document, schema.items);
  const at = item === schema ? trail : [...trail, "items"];
  const { properties, required = [], additionalProperties } = item;
  if (properties === undefined || (additionalProperties !== undefined && additionalProperties !== false))
    return undefined;
  const rules = Object.entries(properties).map(([name, property]) => {
    const options = { name, required: required.includes(name), path: false, nested: true };
    return [name, readInputRule(context, property, { ...options, trail: [...at, "properties", name] })] as const;
  });
  return Object.fromEntries(rules.filter((entry): entry is [string, InputRule] => entry[1] !== undefined));
}
