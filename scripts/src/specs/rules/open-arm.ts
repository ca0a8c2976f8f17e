// `@org/contract` holds a value that a named arm pins to that arm alone. It can do so only where the open arm leaves open
// the very property by which the others are told apart.
import { type Context, isNode, isText, type Node, type Rule } from "./context.ts";
import { type Found, followEach, followProperty } from "./follow.ts";

const combiners = ["anyOf", "oneOf"] as const;

const isPinned = (context: Context, arm: Found, property: string): boolean => {
  const properties = followProperty(context, arm, "properties");
  const named = properties && followProperty(context, properties, property);
  return named?.node["const"] !== undefined;
};

const has = ({ properties }: Node, name: string): boolean => isNode(properties) && Object.hasOwn(properties, name);

function faultOf(context: Context, arm: Found, arms: readonly Found[]): string | undefined {
  const property = arm.node["x-open-arm"];
  if (!isText(property)) return "must name the property by which the other arms are told apart";
  if (!has(arm.node, property)) return `names \`${property}\`, which the open arm itself does not have`;
  if (isPinned(context, arm, property)) return `names \`${property}\`, which the open arm does not leave open`;
  const isNamed = arms.some((other) => other !== arm && isPinned(context, other, property));
  return isNamed ? undefined : `names \`${property}\`, to which no other arm gives a \`const\``;
}

export const openArm: Rule = () => ({
  Schema(schema, context) {
    for (const combiner of combiners) {
      const arms = followEach(context, { node: schema, location: context.location }, combiner);
      for (const [index, arm] of arms.entries()) {
        const fault = arm.node["x-open-arm"] === undefined ? undefined : faultOf(context, arm, arms);
        if (fault === undefined) continue;
        context.report({ message: `\`x-open-arm\` ${fault}.`, location: context.location.child([combiner, index]) });
      }
    }
  },
});
