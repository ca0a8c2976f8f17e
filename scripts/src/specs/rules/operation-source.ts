// Every operation says where its facts come from, and whoever departs from that page says so as well. Nobody but the
// reader of the docs gets to see the vendor's page otherwise.
import { isNode, isText, type Rule } from "./context.ts";
import { checkShape, oneOf, optional, type Shape } from "./shape.ts";

const shape: Shape = {
  status: oneOf("documented", "observed", "inferred"),
  page: {
    expected: "an https URL",
    holds: (value) => typeof value === "string" && URL.canParse(value) && new URL(value).protocol === "https:",
  },
  date: {
    expected: 'a quoted date, "YYYY-MM-DD", on which the page said so',
    holds: (value) =>
      typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)),
  },
  note: optional({ expected: "a sentence", holds: isText }),
};

export const operationSource: Rule = () => ({
  Operation(operation, context) {
    if (operation["x-source"] !== undefined) return;
    context.report({
      message: "The operation has no `x-source`; add where its facts come from: `status`, `page` and `date`.",
      location: context.location.key(),
    });
  },
  any(node, context) {
    if (isNode(node) && node["x-source"] !== undefined) checkShape(context, ["x-source"], node["x-source"], shape);
  },
});
