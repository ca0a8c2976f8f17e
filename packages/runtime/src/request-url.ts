import type { SortedInput } from "./input.js";

/** Templates taken apart: names at odd places, the text between them at even ones. One entry for each operation. */
const templates = new Map<string, readonly string[]>();

/**
 * Joins the address of a request. Every value arrives as the string it is; the generator lets nothing else through than
 * single values in path and query.
 */
export function requestUrl(baseUrl: string, template: string, { path, query }: Omit<SortedInput, "body">): string {
  let parts = templates.get(template);
  if (parts === undefined) templates.set(template, (parts = template.split(/[{}]/)));
  const filled = parts.map((part, index) => (index % 2 === 0 ? part : encode(path[part])));
  const pairs = Object.keys(query).map((name) => `${encode(name)}=${encode(query[name])}`);
  return `${baseUrl}${filled.join("")}${pairs.length > 0 ? "?" : ""}${pairs.join("&")}`;
}

function encode(value: unknown): string {
  return encodeURIComponent(String(value));
}
