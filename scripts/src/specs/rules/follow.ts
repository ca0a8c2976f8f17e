import { type Context, isNode, type Location, type Node } from "./context.ts";

export interface Found {
  readonly node: Node;
  /** Where the node itself stands, behind its references. */
  readonly location: Location;
}

/** The object behind any chain of references; undefined when there is none. `location` is that of the value. */
export function follow(context: Context, value: unknown, location: Location): Found | undefined {
  let found = { node: value, location };
  while (isNode(found.node) && typeof found.node["$ref"] === "string") {
    const { node, location: next } = context.resolve(found.node, found.location.source.absoluteRef);
    if (node === undefined || next === undefined) return undefined;
    found = { node, location: next };
  }
  return isNode(found.node) ? { node: found.node, location: found.location } : undefined;
}

/** What is behind a property of a node. */
export function followProperty(context: Context, { node, location }: Found, key: string): Found | undefined {
  return Object.hasOwn(node, key) ? follow(context, node[key], location.child([key])) : undefined;
}

/** The entries of a property that holds a list or a map, each behind its references. */
export function followEach(context: Context, { node, location }: Found, key: string): Found[] {
  const value = node[key];
  const entries = Array.isArray(value) ? [...value.entries()] : isNode(value) ? Object.entries(value) : [];
  return entries.flatMap(([name, entry]) => follow(context, entry, location.child([key, name])) ?? []);
}
