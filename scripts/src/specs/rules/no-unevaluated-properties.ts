// Prism, openapi-backend and openapi-response-validator ignore `unevaluatedProperties` silently; flat branches do not
// need it.
import type { Rule } from "./context.ts";

export const noUnevaluatedProperties: Rule = () => ({
  Schema(schema, context) {
    if (schema["unevaluatedProperties"] === undefined) return;
    const message =
      "`unevaluatedProperties` is ignored by many tools; write flat branches, closed by `additionalProperties: false`.";
    context.report({ message, location: context.location.child(["unevaluatedProperties"]).key() });
  },
});
