import type { Json } from "./fault.js";

/** Is this a JSON pointer to a place below the root? */
export function isPointer(text: string): boolean {
  return text.startsWith("/");
}

/** Sets the value at every place that a JSON pointer means, `*` standing for every member of what is there. */
export function setAll(document: unknown, pointer: string, value: Json): void {
  const names = pointer
    .slice(1)
    .split("/")
    .map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
  setAt(document, names, value);
}

function setAt(parent: unknown, [first = "", ...rest]: readonly string[], value: Json): void {
  if (typeof parent !== "object" || parent === null) return;
  for (const name of first === "*" ? Object.keys(parent) : [first]) {
    if (rest.length > 0) setAt(own(parent, name), rest, value);
    // Assigning to "__proto__" would do something else.
    else Object.defineProperty(parent, name, { value, enumerable: true, configurable: true, writable: true });
  }
}

function own(parent: object, name: string): unknown {
  return Object.hasOwn(parent, name) ? (parent as Record<string, unknown>)[name] : undefined;
}
