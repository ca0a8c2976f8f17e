import type { Document } from "./bundle.ts";
import type { Change } from "./compare.ts";
import { rules } from "./unrated-rules.ts";

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);

/** Their keys are names that somebody chose, and no keywords. */
const maps = new Set([
  "$defs",
  "callbacks",
  "content",
  "dependentSchemas",
  "headers",
  "links",
  "mapping",
  "parameters",
  "pathItems",
  "paths",
  "patternProperties",
  "properties",
  "requestBodies",
  "responses",
  "schemas",
  "scopes",
  "securitySchemes",
  "variables",
]);
/** Holds data, in which keywords mean nothing. */
const isData = (key: string): boolean =>
  key.startsWith("x-") || ["const", "default", "example", "examples"].includes(key);

/** Walks two descriptions side by side and compares what `redocly diff` does not rate. */
export function compareUnrated(base: Document, next: Document): readonly Change[] {
  const changes: Change[] = [];
  const seen = new Map<unknown, Set<unknown>>();
  walk(base, next, "#", false);
  return changes;

  function walk(before: unknown, after: unknown, place: string, isMap: boolean): void {
    const [had, has] = [resolve(base, before), resolve(next, after)];
    if (Array.isArray(had) && Array.isArray(has)) return walkList(had, has, place);
    if (!isNode(had) || !isNode(has) || seen.get(had)?.has(has)) return;
    seen.set(had, (seen.get(had) ?? new Set()).add(has));
    for (const key of new Set([...Object.keys(had), ...Object.keys(has)])) {
      const rule = isMap ? undefined : rules[key];
      for (const { bump, text } of rule?.(had[key], has[key]) ?? [])
        changes.push({ bump, place, text: `\`${key}\` ${text}.` });
      if (isMap || !isData(key)) walk(had[key], has[key], `${place}/${escape(key)}`, !isMap && maps.has(key));
    }
  }

  function walkList(before: readonly unknown[], after: readonly unknown[], place: string): void {
    const known = new Map(after.map((item, index) => [identity(resolve(next, item), index), item]));
    for (const [index, item] of before.entries()) {
      walk(item, known.get(identity(resolve(base, item), index)), `${place}/${index}`, false);
    }
  }
}

/** Parameters are told apart by their names, servers by their addresses, and all else by its place in the list. */
function identity(item: unknown, index: number): string {
  if (!isNode(item)) return String(index);
  if (typeof item["name"] === "string" && typeof item["in"] === "string") return `${item["in"]} ${item["name"]}`;
  return typeof item["url"] === "string" ? item["url"] : String(index);
}

function resolve(document: Document, value: unknown): unknown {
  if (!isNode(value) || typeof value["$ref"] !== "string") return value;
  const parts = value["$ref"].replace(/^#\//, "").split("/");
  const target = parts.reduce<unknown>(
    (node, part) => (isNode(node) ? node[part.replaceAll("~1", "/").replaceAll("~0", "~")] : undefined),
    document,
  );
  return resolve(document, target);
}

function escape(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
