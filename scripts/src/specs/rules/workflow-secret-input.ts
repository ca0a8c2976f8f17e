// Redocly Respect prints inputs in clear, in its output, logs and HAR files, unless they are marked as passwords. What goes
// into a header is a credential in these APIs.
import { isNode, type Rule } from "./context.ts";

type Path = readonly (string | number)[];
type Visit = (value: unknown, path: Path) => void;

export const secretInput: Rule = () => ({
  Root(root, context) {
    const inHeaders = new Set<string>();
    walk(root, [], (value) => {
      if (!isNode(value) || value["in"] !== "header") return;
      for (const [, name = ""] of String(value["value"]).matchAll(/\$inputs\.([\w-]+)/g)) inHeaders.add(name);
    });
    walk(root, [], (value, path) => {
      const name = String(path.at(-1));
      const isInput = path.includes("inputs") && path.at(-2) === "properties" && inHeaders.has(name);
      if (!isInput || (isNode(value) && value["format"] === "password")) return;
      const message = `The input \`${name}\` goes into a header, so it is printed in clear; add \`format: password\`.`;
      context.report({ message, location: context.location.child(path).key() });
    });
  },
});

function walk(value: unknown, path: Path, visit: Visit): void {
  visit(value, path);
  if (typeof value !== "object" || value === null) return;
  const isList = Array.isArray(value);
  for (const [key, item] of Object.entries(value)) walk(item, [...path, isList ? Number(key) : key], visit);
}
