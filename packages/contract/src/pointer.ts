/** Appends one property name or index to a JSON pointer (RFC 6901). */
export function pointerTo(parent: string, name: string | number): string {
  return `${parent}/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The names in a JSON pointer, unescaped. */
export function namesIn(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The value at a JSON pointer, `undefined` when there is none. Inherited properties do not count. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const name of namesIn(pointer)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}
