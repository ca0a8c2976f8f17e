// openapi-zod-client drops a branch that hides behind `allOf`, orval makes a tangle of it, `redocly respect` fails every
// correct response of a discriminated union whose `const` is not the branch's own.
import { type Context, isNode, type Node, type Rule } from "./context.ts";
import { followEach } from "./follow.ts";

const combiners = ["allOf", "anyOf", "oneOf"] as const;

function faultOf(node: Node, discriminator: string | undefined): string | undefined {
  const nested = combiners.find((combiner) => node[combiner] !== undefined);
  if (nested !== undefined) return `combines schemas by \`${nested}\`; write its properties out`;
  if (node["type"] === undefined) return "has no `type`; a branch must stand on its own";
  if (node["type"] !== "object") return undefined;
  const properties = isNode(node["properties"]) ? node["properties"] : {};
  const required = Array.isArray(node["required"]) ? node["required"] : [];
  if (required.length === 0) return "requires no property of its own; name the keys that tell it apart in `required`";
  if (discriminator === undefined) return undefined;
  const tag = properties[discriminator];
  return required.includes(discriminator) && isNode(tag) && tag["const"] !== undefined
    ? undefined
    : `lacks its own required \`${discriminator}\` with a \`const\``;
}

function checkUnion(schema: Node, context: Context, combiner: "anyOf" | "oneOf"): void {
  const { discriminator } = schema;
  const property = isNode(discriminator) ? String(discriminator["propertyName"]) : undefined;
  const branches = followEach(context, { node: schema, location: context.location }, combiner);
  for (const [index, { node }] of branches.entries()) {
    // A nullable spelt as a union is for the rule nullable-type to tell.
    const fault = node["type"] === "null" ? undefined : faultOf(node, property);
    if (fault === undefined) continue;
    const message = `Branch ${index + 1} of \`${combiner}\` ${fault}.`;
    context.report({ message, location: context.location.child([combiner, index]) });
  }
}

export const flatUnion: Rule = () => ({
  Schema(schema, context) {
    for (const combiner of combiners) {
      if (schema[combiner] === undefined || schema["properties"] === undefined) continue;
      const message = `\`${combiner}\` stands beside \`properties\`; write the properties into each flat branch.`;
      context.report({ message, location: context.location.child([combiner]).key() });
    }
    checkUnion(schema, context, "anyOf");
    checkUnion(schema, context, "oneOf");
  },
});
