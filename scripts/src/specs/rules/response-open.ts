// Services add properties and values without notice, so clients and validators made from the description must let them
// through. A closed `enum` makes serde, Jackson and pydantic clients fail on the whole message.
import type { Node, Rule } from "./context.ts";
import { allSchemas } from "./schemas.ts";

export const responseOpen: Rule = () => {
  const seen = new Set<Node>();
  return {
    Response(response, context) {
      for (const { node, location } of allSchemas(context, { node: response, location: context.location }, seen)) {
        if (node["additionalProperties"] === false) {
          const message = "An object of a response is closed; leave `additionalProperties` out.";
          context.report({ message, location: location.child(["additionalProperties"]).key() });
        }
        if (node["enum"] !== undefined) {
          const message = "A response has a closed `enum`; list the documented values under `x-extensible-enum`.";
          context.report({ message, location: location.child(["enum"]).key() });
        }
      }
    },
  };
};
