import type { HiddenNode } from "./description.js";
import { jsonTypeOf } from "./json-type.js";
import { namesIn } from "./pointer.js";

/** Whether the value at a JSON pointer is marked, or stands inside one that is. */
export function isHidden(nodes: readonly HiddenNode[], root: number | undefined, pointer: string): boolean {
  let reached = root === undefined ? [] : [root];
  for (const name of namesIn(pointer)) {
    if (reached.some((number) => nodes[number]?.self)) return true;
    reached = reached.flatMap((number) => inside(nodes[number] ?? {}, name));
  }
  return reached.some((number) => nodes[number]?.self);
}

/** What is said of a value that is not to be shown. */
export function showHidden(value: unknown): string {
  return value === undefined ? "nothing" : `[hidden ${jsonTypeOf(value)}]`;
}

function inside({ properties = {}, others, items }: HiddenNode, name: string): readonly number[] {
  const property = Object.hasOwn(properties, name) ? properties[name] : others;
  // Whether the value around is a list or an object is not told, and either may have a member called "0".
  return [property, /^\d+$/.test(name) ? items : undefined].filter((number) => number !== undefined);
}
