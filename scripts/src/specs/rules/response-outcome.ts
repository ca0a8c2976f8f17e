// After 429 nothing was done; after 503 that depends on the service. The client generator needs the answer to decide
// whether an operation that is not safe may be sent again.
import type { Rule } from "./context.ts";
import { followProperty } from "./follow.ts";

const outcomes = new Set<unknown>(["rejected", "unknown"]);
const meaning = "`rejected` (the server did nothing) or `unknown`";

export const responseOutcome: Rule = () => ({
  Operation(operation, context) {
    const responses = followProperty(context, { node: operation, location: context.location }, "responses");
    const unavailable = responses && followProperty(context, responses, "503");
    if (unavailable === undefined || unavailable.node["x-outcome"] !== undefined) return;
    context.report({
      message: `The response 503 has no \`x-outcome\`; add ${meaning}.`,
      location: context.location.child(["responses", "503"]).key(),
    });
  },
  Response(response, context) {
    const outcome = response["x-outcome"];
    if (outcome === undefined || outcomes.has(outcome)) return;
    context.report({
      message: `\`x-outcome\` is ${JSON.stringify(outcome)}; it must be ${meaning}.`,
      location: context.location.child(["x-outcome"]),
    });
  },
});
