import type { Sample } from "./samples.js";

/** The body that a page prints, comments taken out; null where it prints none. */
export function printedBody({ kind, verbatim }: Sample): unknown {
  const text = kind === "request" && isCurl(verbatim) ? curlBody(verbatim) : verbatim;
  // A comment follows a space, the slashes of an address do not.
  return text === "" ? null : (JSON.parse(text.replace(/ \/\/.*$/gm, "")) as unknown);
}

/** The method and the address that a page prints; `undefined` where it prints the body alone. */
export function printedTarget({
  verbatim,
}: Sample): { readonly method: string; readonly path: string; readonly query: string } | undefined {
  if (!isCurl(verbatim)) return undefined;
  const url = /https:\/\/[^/]+(?<path>\/[^?"']*)\??(?<query>[^"']*)/.exec(verbatim)?.groups;
  const method = /(?:-X|--request) (?<method>[A-Z]+)/.exec(verbatim)?.groups?.["method"] ?? "GET";
  return { method, path: url?.["path"] ?? "", query: url?.["query"] ?? "" };
}

/** The names and the nesting of a value, whatever its texts, numbers and flags are. */
export function skeletonOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(skeletonOf);
  if (typeof value !== "object" || value === null) return "value";
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, skeletonOf(inner)]));
}

function isCurl(verbatim: string): boolean {
  return verbatim.startsWith("curl ");
}

function curlBody(verbatim: string): string {
  return /(?:-d|--data-raw) '(?<body>[^']*)'/.exec(verbatim)?.groups?.["body"] ?? "";
}
