// No validator complains of an absent header that does not say `required: true`, and the default is easily forgotten.
import type { Rule } from "./context.ts";

export const responseHeaderRequired: Rule = () => ({
  Response: {
    Header(header, context) {
      if (typeof header["required"] === "boolean") return;
      const message = `The header does not say whether it is always there; add \`required: true\` or \`required: false\`.`;
      context.report({ message, location: context.location.key() });
    },
  },
});
