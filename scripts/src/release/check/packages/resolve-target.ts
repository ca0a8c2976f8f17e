import type { Target } from "../state.ts";

/** The file that a target leads to under these conditions; none where it is shut, or says nothing of them. */
export function resolveTarget(target: Target, conditions: ReadonlySet<string>): string | undefined {
  return resolve(target, conditions) ?? undefined;
}

/** The first condition that fits decides, unless nothing inside of it does. Null is an answer: the way is shut. */
function resolve(target: Target, conditions: ReadonlySet<string>): string | null | undefined {
  if (typeof target === "string" || target === null) return target;
  for (const [condition, inner] of Object.entries(target)) {
    if (condition !== "default" && !conditions.has(condition)) continue;
    const file = resolve(inner, conditions);
    if (file !== undefined) return file;
  }
  return undefined;
}

export function conditionsIn(target: Target): readonly string[] {
  if (typeof target === "string" || target === null) return [];
  return Object.entries(target).flatMap(([condition, inner]) => [condition, ...conditionsIn(inner)]);
}
