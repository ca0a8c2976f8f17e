// Clients build their closed union of errors from the documented statuses, the emulator and the contract checks refuse
// the others.
import { isNode, type Rule } from "./context.ts";

const needed = ["400", "401", "403", "404", "429", "500", "503"];

export const operationStatuses: Rule = () => ({
  Operation(operation, context) {
    const responses = operation["responses"];
    if (!isNode(responses)) return;
    const missing = needed.filter((status) => !Object.hasOwn(responses, status));
    if (missing.length === 0) return;
    const message = `The operation documents no ${missing.join(", ")}; every operation documents ${needed.join(", ")}.`;
    context.report({ message, location: context.location.child(["responses"]).key() });
  },
});
