// `@org/contract` hides values that are marked by `true`. Any other value would leave them to be seen.
import type { Rule } from "./context.ts";

export const personalData: Rule = () => ({
  Schema(schema, context) {
    const mark = schema["x-personal-data"];
    if (mark === undefined || mark === true) return;
    const message = "`x-personal-data` must be `true`; where nothing is to be hidden, leave it out.";
    context.report({ message, location: context.location.child(["x-personal-data"]) });
  },
});
