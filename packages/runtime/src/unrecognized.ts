import type { Operation, Shape, ShapeFields, ShapeList } from "./operation.js";
import type { Unrecognized } from "./options.js";

/** Reports every field, value and variant of an answer that the description does not know. */
export function reportUnrecognized(
  { id, shape, variants }: Operation,
  data: unknown,
  report: (unrecognized: Unrecognized) => void,
): void {
  const parts: Part[] = [];
  const missing = variants.map((names) => names.filter((name) => !Object.hasOwn(data as object, name)));
  if (missing.every((names) => names.length > 0)) parts.push({ kind: "missing", place: "", found: shortest(missing) });
  compare("", data, shape, parts);
  for (const part of parts) {
    try {
      report({ operation: id, ...part });
    } catch {
      // A reporter that fails must not turn a good answer into a failure.
    }
  }
}

type Part = Omit<Unrecognized, "operation">;

function shortest<List extends readonly unknown[]>(lists: readonly List[]): List | undefined {
  return [...lists].sort((a, b) => a.length - b.length)[0];
}

function compare(place: string, value: unknown, shape: Shape, parts: Part[]): void {
  if (shape === 0 || value === null || value === undefined) return;
  if (Array.isArray(shape)) {
    compareList(place, value, shape, parts);
    return;
  }
  if (typeof value !== "object" || Array.isArray(value)) return;
  const fields = shape as ShapeFields;
  const arms = fields["|"];
  if (Array.isArray(arms)) {
    const found = (arms as Shape[]).map((arm) => {
      const ofArm: Part[] = [];
      compare(place, value, arm, ofArm);
      return ofArm;
    });
    parts.push(...(shortest(found) ?? []));
    return;
  }
  for (const [name, inner] of Object.entries(value)) {
    const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
    // Most fields are known and may hold anything: no pointer is made for them.
    if (known === 0) continue;
    const at = `${place}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (known === undefined) parts.push({ kind: "field", place: at, found: typeof inner });
    else compare(at, inner, known, parts);
  }
}

/** A list of strings holds the known values of an open set; any other list the shape of an array's items. */
function compareList(place: string, value: unknown, list: ShapeList, parts: Part[]): void {
  const [first] = list;
  if (typeof first === "string") {
    if (typeof value === "string" && !list.includes(value)) {
      parts.push({ kind: "value", place, found: value.slice(0, 80) });
    }
  } else if (Array.isArray(value) && first !== undefined) {
    for (const [index, item] of value.entries()) compare(`${place}/${index}`, item, first, parts);
  }
}
