/** Replaces each `$ref` by what it points to. Our descriptions have no cycles; one that had would end in an error here. */
export function resolveReferences(document: unknown): unknown {
  const replace = (value: unknown, trail: readonly string[]): unknown => {
    if (Array.isArray(value)) return value.map((item) => replace(item, trail));
    if (typeof value !== "object" || value === null) return value;
    const { $ref, ...beside } = value as Record<string, unknown>;
    if (typeof $ref === "string") {
      if (trail.includes($ref)) throw new Error(`the description refers to itself: ${[...trail, $ref].join(" -> ")}`);
      return { ...(replace(lookUp(document, $ref), [...trail, $ref]) as object), ...beside };
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replace(item, trail)]));
  };
  return replace(document, []);
}

function lookUp(document: unknown, reference: string): unknown {
  if (!reference.startsWith("#/")) throw new Error(`${reference} does not point into the description`);
  let found = document;
  for (const part of reference.slice(2).split("/")) {
    found = (found as Record<string, unknown> | undefined)?.[part.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  if (found === undefined) throw new Error(`${reference} leads nowhere`);
  return found;
}
