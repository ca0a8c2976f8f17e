// A misspelt property of a request would be lost in silence: these services refuse or ignore what they do not know.
import type { Node, Rule } from "./context.ts";
import { allSchemas } from "./schemas.ts";

export const requestClosed: Rule = () => {
  const seen = new Set<Node>();
  return {
    RequestBody(node, context) {
      for (const schema of allSchemas(context, { node, location: context.location }, seen)) {
        if (schema.node["properties"] === undefined || schema.node["additionalProperties"] === false) continue;
        const message = "An object of a request has properties and is open; add `additionalProperties: false`.";
        context.report({ message, location: schema.location });
      }
    },
  };
};
