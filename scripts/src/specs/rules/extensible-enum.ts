// openapi-typescript renders `x-extensible-enum` as plain `string`; our generator turns it into a union that stays open,
// for which it must be a list of strings on a string.
import { isText, type Rule } from "./context.ts";

const isString = (type: unknown): boolean => [type].flat()[0] === "string";

export const extensibleEnum: Rule = () => ({
  Schema(schema, context) {
    const values = schema["x-extensible-enum"];
    if (values === undefined) return;
    const location = context.location.child(["x-extensible-enum"]);
    if (
      !Array.isArray(values) ||
      values.length === 0 ||
      !values.every(isText) ||
      new Set(values).size < values.length
    ) {
      context.report({ message: "`x-extensible-enum` must be a list of strings, each once.", location });
    }
    if (!isString(schema["type"])) {
      context.report({
        message: "`x-extensible-enum` belongs on a schema of `type: string`.",
        location: location.key(),
      });
    }
    if (schema["enum"] !== undefined || schema["const"] !== undefined) {
      const message = "A set of values is either open or closed: keep `x-extensible-enum`, or `enum` or `const`.";
      context.report({ message, location: location.key() });
    }
  },
});
