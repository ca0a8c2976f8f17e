/**
 * Reads JSON. Halves of surrogate pairs in names, which JSON can escape and URIs cannot, become U+FFFD: no pointer could
 * be told that leads there.
 *
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return /\\ud[89a-f]/i.test(text) ? withWellFormedNames(value) : value;
}

function withWellFormedNames(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withWellFormedNames);
  const entries = Object.entries(value).map(
    ([name, inner]) => [name.toWellFormed(), withWellFormedNames(inner)] as const,
  );
  return Object.fromEntries(entries);
}
