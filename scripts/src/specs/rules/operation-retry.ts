// Clients may send again only what the description allows: on these APIs POST is also used to read, so the HTTP method
// says nothing. The client generator turns `x-retry` into the operation's descriptor.
import { type Context, isNode, isText, type Location, type Node, type Rule } from "./context.ts";
import { parametersOf } from "./schemas.ts";
import { checkShape, oneOf, optional, type Shape } from "./shape.ts";

const shape: Shape = {
  safety: oneOf("safe", "keyed", "never"),
  reason: { expected: "a sentence that says why", holds: isText },
  key: optional({ expected: "the name of a request header", holds: isText }),
  settledBy: optional({ expected: "an operationId", holds: isText }),
};

interface Claim {
  readonly settledBy: string;
  readonly location: Location;
}

function checkCompanions(retry: Node, headers: readonly string[], context: Context): void {
  const { safety, key, settledBy } = retry;
  const location = context.location.child(["x-retry"]);
  if (safety === "never" && settledBy === undefined) {
    const message =
      "`x-retry` is `never` and lacks `settledBy`; name the read that tells whether a request of unknown outcome took effect.";
    context.report({ message, location });
  }
  if ((safety === "keyed") !== (key !== undefined)) {
    const message =
      "`x-retry.key` and `safety: keyed` belong together: the key is the header that makes a repeat safe.";
    context.report({ message, location });
  }
  if (isText(key) && !headers.includes(key.toLowerCase())) {
    const message = `\`x-retry.key\` is \`${key}\`, but the operation has no header parameter of that name; add it or correct the name.`;
    context.report({ message, location: location.child(["key"]) });
  }
}

function checkClaim({ settledBy, location }: Claim, safetyOf: ReadonlyMap<string, unknown>, context: Context): void {
  if (safetyOf.get(settledBy) === "safe") return;
  const known = [...safetyOf.keys()].map((id) => `\`${id}\``).join(", ");
  const fault = safetyOf.has(settledBy)
    ? "is not `safe` itself; name a read"
    : `is no operation of this description; it has ${known}`;
  context.report({ message: `\`x-retry.settledBy\` names \`${settledBy}\`, which ${fault}.`, location });
}

export const operationRetry: Rule = () => {
  const safetyOf = new Map<string, unknown>();
  const claims: Claim[] = [];
  return {
    PathItem: {
      Operation(operation, context, parents) {
        const retry = operation["x-retry"];
        safetyOf.set(String(operation["operationId"]), isNode(retry) ? retry["safety"] : undefined);
        if (retry === undefined) {
          const message =
            "The operation has no `x-retry`; add `safety` (`safe`, `keyed` or `never`) and the `reason`. Never derive it from the HTTP method.";
          context.report({ message, location: context.location.key() });
          return;
        }
        if (!checkShape(context, ["x-retry"], retry, shape) || !isNode(retry)) return;
        const headers = parametersOf(context, operation, parents["PathItem"])
          .filter((node) => node["in"] === "header")
          .map((node) => String(node["name"]).toLowerCase());
        checkCompanions(retry, headers, context);
        const { settledBy } = retry;
        if (isText(settledBy)) claims.push({ settledBy, location: context.location.child(["x-retry", "settledBy"]) });
      },
    },
    Root: {
      leave(_root, context) {
        for (const claim of claims) checkClaim(claim, safetyOf, context);
      },
    },
  };
};
