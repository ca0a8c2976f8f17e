// The 3.0 down-converter turns `type: [x, 'null']` into `nullable: true` and leaves every other spelling as it is, which
// OpenAPI 3.0 and progenitor refuse.
import type { Rule } from "./context.ts";

export const nullableType: Rule = () => ({
  Schema(schema, context) {
    const { type } = schema;
    if (type === "null") {
      const message = "`type: 'null'` stands alone; write `type: [x, 'null']` on the schema that may be null.";
      context.report({ message, location: context.location.child(["type"]) });
    }
    if (Array.isArray(type) && !(type.length === 2 && type[0] !== "null" && type[1] === "null")) {
      const message = `\`type: ${JSON.stringify(type)}\` is neither one type nor \`[x, 'null']\`; use \`anyOf\` for several types.`;
      context.report({ message, location: context.location.child(["type"]) });
    }
  },
});
