// Redocly Respect takes any documented status for a success unless a step says which one it wants.
import { isNode, type Rule } from "./context.ts";

export const stepStatus: Rule = () => ({
  Step(step, context) {
    const criteria = Array.isArray(step["successCriteria"]) ? (step["successCriteria"] as unknown[]) : [];
    const names = (criterion: unknown): boolean =>
      isNode(criterion) && /^\$statusCode == \d{3}$/.test(String(criterion["condition"]));
    if (criteria.some(names)) return;
    const message =
      "The step takes any documented status for a success; add `condition: $statusCode == 200`, or another.";
    context.report({ message, location: context.location.child(["stepId"]) });
  },
});
