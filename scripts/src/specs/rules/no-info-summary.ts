// OpenAPI 3.0 has no `info.summary` and the down-converter leaves it in, so the 3.0 description would be invalid.
import type { Rule } from "./context.ts";

export const noInfoSummary: Rule = () => ({
  Info(info, context) {
    if (info["summary"] === undefined) return;
    const message = "`info.summary` does not exist in OpenAPI 3.0; make it the first sentence of `info.description`.";
    context.report({ message, location: context.location.child(["summary"]).key() });
  },
});
