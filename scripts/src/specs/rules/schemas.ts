// Redocly enters nested visitors on the outermost schema only, so rules about whole messages walk by themselves.
import type { Context, Node } from "./context.ts";
import { followEach, followProperty, type Found } from "./follow.ts";

const branches = ["anyOf", "oneOf", "allOf"] as const;

/** The schema of the field at a dot path, searched for in every branch of a union; undefined when there is none. */
export function fieldAt(context: Context, schema: Found, path: readonly string[]): Found | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return schema;
  const properties = followProperty(context, schema, "properties");
  const field = properties && followProperty(context, properties, name);
  if (field !== undefined) return fieldAt(context, field, rest);
  for (const branch of branches.flatMap((key) => followEach(context, schema, key))) {
    const inBranch = fieldAt(context, branch, path);
    if (inBranch !== undefined) return inBranch;
  }
  return undefined;
}

/** The schemas of the media types, and of the headers, of a request body or a response. */
export function schemasOf(context: Context, message: Found): Found[] {
  return ["content", "headers"]
    .flatMap((key) => followEach(context, message, key))
    .flatMap((part) => followProperty(context, part, "schema") ?? []);
}

/** The schema of the JSON body of a request or a response. */
export function jsonSchema(context: Context, message: Found): Found | undefined {
  const content = followProperty(context, message, "content");
  const media = content && followProperty(context, content, "application/json");
  return media && followProperty(context, media, "schema");
}

/** Every schema of a message, at any depth, each once for a given `seen`. */
export function allSchemas(context: Context, message: Found, seen: Set<Node>): Found[] {
  const walk = (schema: Found): Found[] => {
    if (seen.has(schema.node)) return [];
    seen.add(schema.node);
    const inside = [
      ...["properties", "patternProperties", "prefixItems", ...branches].flatMap((key) =>
        followEach(context, schema, key),
      ),
      ...["items", "additionalProperties"].flatMap((key) => followProperty(context, schema, key) ?? []),
    ];
    return [schema, ...inside.flatMap(walk)];
  };
  return schemasOf(context, message).flatMap(walk);
}

/** The parameters of an operation, those of its path included. */
export function parametersOf(context: Context, operation: Node, pathItem: Node | undefined): Node[] {
  const { location } = context;
  return [operation, pathItem ?? {}].flatMap((node) =>
    followEach(context, { node, location }, "parameters").map((parameter) => parameter.node),
  );
}
