import { isRef, resolve, typesOf, type Parameter, type Ref, type RequestBody, type Schema } from "./document.ts";
import { readInputRule } from "./read-input-rule.ts";
import type { Trail } from "./locate.ts";
import type { InputField } from "./model.ts";
import type { OperationContext } from "./read-context.ts";

/** A field before its rule is read. */
interface FoundField {
  readonly name: string;
  readonly in: InputField["in"];
  readonly schema: Schema | Ref;
  readonly required: boolean;
  readonly trail: Trail;
}

/** The fields of path, query and body, in this order: a method takes them as one flat object. */
export function readInputs(
  context: OperationContext,
  shared: readonly (Parameter | Ref)[],
  pathTrail: Trail,
): InputField[] {
  const { problems, id } = context;
  const own = readParameters(context, context.operation.parameters ?? [], [...context.trail, "parameters"]);
  // An operation may redefine a parameter of its path.
  const inherited = readParameters(context, shared, [...pathTrail, "parameters"]).filter(
    ({ name, in: place }) => !own.some((field) => field.name === name && field.in === place),
  );
  const parameters = [...inherited, ...own];
  const found = [
    ...parameters.filter((field) => field.in === "path"),
    ...parameters.filter((field) => field.in === "query"),
    ...readBody(context),
  ];
  const places = new Map<string, string>();
  return found.flatMap(({ name, in: place, schema, required, trail }) => {
    const taken = places.get(name);
    if (taken !== undefined) {
      problems.add(
        trail,
        `${id}: the ${place} field "${name}" has the name of a ${taken} field; an input is one object`,
      );
      return [];
    }
    places.set(name, place);
    const rule = readInputRule(context, schema, { required, path: place === "path", trail, name });
    if (rule === undefined) return [];
    if (place !== "body" && (rule.type === "array" || rule.type === "object")) {
      problems.add(
        trail.slice(0, -1),
        `${id}: the ${place} parameter "${name}" is an ${rule.type}, which is not supported yet: a URL has many ways to write one`,
      );
      return [];
    }
    return [{ name, in: place, schema, rule }];
  });
}

function readParameters(context: OperationContext, list: readonly (Parameter | Ref)[], trail: Trail): FoundField[] {
  const { document, problems, id } = context;
  return list.flatMap((entry, index) => {
    const at = [...trail, String(index)];
    const { name, in: place, schema, description, required = false } = resolve<Parameter>(document, entry);
    if (place !== "path" && place !== "query") {
      problems.add(at, `${id}: a ${place} parameter ("${name}") is not supported yet`);
      return [];
    }
    if (schema === undefined) {
      problems.add(at, `${id}: the ${place} parameter "${name}" has no schema; others are not supported yet`);
      return [];
    }
    const described = description === undefined ? schema : { ...schema, description };
    return [{ name, in: place, schema: described, required: required || place === "path", trail: [...at, "schema"] }];
  });
}

function readBody({ document, operation, problems, trail, id }: OperationContext): FoundField[] {
  if (operation.requestBody === undefined) return [];
  const { content = {} } = resolve<RequestBody>(document, operation.requestBody);
  const at = [...trail, "requestBody", "content"];
  const types = Object.keys(content);
  const media = content["application/json"];
  if (media?.schema === undefined || types.length > 1) {
    problems.add(at, `${id}: a body of ${types.join(", ") || "no type"} is not supported yet, only application/json`);
    return [];
  }
  const schemaTrail = [...at, "application/json", "schema"];
  const schema = resolve<Schema>(document, media.schema);
  const { properties = {}, required = [], additionalProperties = false } = schema;
  if (typesOf(schema).join() !== "object" || schema.anyOf || schema.oneOf || schema.allOf || additionalProperties) {
    problems.add(
      schemaTrail,
      `${id}: a body that is not a JSON object with a fixed set of fields is not supported yet`,
    );
    return [];
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: "body",
    schema: isRef(property) ? { ...property } : property,
    required: required.includes(name),
    trail: [...schemaTrail, "properties", name],
  }));
}
