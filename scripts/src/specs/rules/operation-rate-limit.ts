// The client generator turns `x-rate-limit` into the operation's descriptor; a limit that is `enforced` makes the client
// pace itself, so its scope must be something a request carries.
import { isNode, isText, type Rule } from "./context.ts";
import { parametersOf } from "./schemas.ts";
import { checkShape, type Field, type Shape } from "./shape.ts";

const count: Field = {
  expected: "a whole number above 0",
  holds: (value) => typeof value === "number" && Number.isSafeInteger(value) && value > 0,
};
const shape: Shape = {
  requests: count,
  windowSeconds: count,
  per: { expected: "`account`, `user` or the name of a path parameter", holds: isText },
  enforced: {
    expected: "true or false: whether the client keeps to the limit by itself",
    holds: (value) => typeof value === "boolean",
  },
};

export const operationRateLimit: Rule = () => ({
  PathItem: {
    Operation(operation, context, parents) {
      const limits = operation["x-rate-limit"];
      if (limits === undefined) return;
      if (!Array.isArray(limits) || limits.length === 0) {
        const message =
          "`x-rate-limit` must be a list of limits, each with `requests`, `windowSeconds`, `per` and `enforced`.";
        context.report({ message, location: context.location.child(["x-rate-limit"]) });
        return;
      }
      const inPath = parametersOf(context, operation, parents["PathItem"]).filter((node) => node["in"] === "path");
      const scopes = ["account", "user", ...inPath.map((node) => String(node["name"]))];
      for (const [index, limit] of limits.entries()) {
        if (!checkShape(context, ["x-rate-limit", index], limit, shape) || !isNode(limit)) continue;
        if (scopes.includes(String(limit["per"]))) continue;
        const known = scopes.map((scope) => `\`${scope}\``).join(", ");
        const message = `\`x-rate-limit\` counts per \`${String(limit["per"])}\`, which the operation does not know; it knows ${known}.`;
        context.report({ message, location: context.location.child(["x-rate-limit", index, "per"]) });
      }
    },
  },
});
