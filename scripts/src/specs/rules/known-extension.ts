// A misspelt or misplaced extension does nothing, in silence.
import { isNode, type Rule } from "./context.ts";

const places: Readonly<Record<string, readonly string[]>> = {
  "x-source": ["Operation", "Parameter", "RequestBody", "Response", "Header", "Schema", "SecurityScheme"],
  "x-retry": ["Operation"],
  "x-pagination": ["Operation"],
  "x-rate-limit": ["Operation"],
  "x-outcome": ["Response"],
  "x-extensible-enum": ["Schema"],
  "x-open-arm": ["Schema"],
  "x-personal-data": ["Schema"],
};

/** Objects with fixed keys. In the others, maps of names to things, `x-api-key` is a name like any other. */
const fixedKeys = new Set(
  (
    "Root Info Tag Server ServerVariable Components SecurityScheme PathItem Operation " +
    "Parameter RequestBody MediaType Response Header Example Schema"
  ).split(" "),
);

export const knownExtension: Rule = () => ({
  any(node, context) {
    const type = context.type.name;
    if (!isNode(node) || !fixedKeys.has(type)) return;
    for (const key of Object.keys(node).filter((name) => name.startsWith("x-"))) {
      const allowed = places[key];
      if (allowed?.includes(type)) continue;
      const message =
        allowed === undefined
          ? `\`${key}\` is not an extension of ours; the known ones are ${Object.keys(places).join(", ")}.`
          : `\`${key}\` means nothing here (${type}); it belongs on ${allowed.join(", ")}.`;
      context.report({ message, location: context.location.child([key]).key() });
    }
  },
});
