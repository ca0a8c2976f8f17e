import type { Operation, Shape, ShapeFields, ShapeList } from "./operation.js";
import type { Unrecognized } from "./options.js";

/** Reports every field, value and variant of an answer that the description does not know. */
export function reportUnrecognized(
  { id, shape, variants }: Operation,
  data: unknown,
  report: (unrecognized: Unrecognized) => void,
): void {
  const tell = (kind: Unrecognized["kind"], place: string, found: unknown): void => {
    try {
      report({ operation: id, kind, place, found });
    } catch {
      // A reporter that fails must not turn a good answer into a failure.
    }
  };
  const missing = variants.map((names) => names.filter((name) => !Object.hasOwn(data as object, name)));
  if (missing.every((names) => names.length > 0)) tell("missing", "", missing.sort((a, b) => a.length - b.length)[0]);
  compare("", data, shape, tell);
}

type Tell = (kind: Unrecognized["kind"], place: string, found: unknown) => void;

function compare(place: string, value: unknown, shape: Shape, tell: Tell): void {
  if (shape === 0 || value === null || value === undefined) return;
  if (Array.isArray(shape)) {
    compareList(place, value, shape, tell);
    return;
  }
  if (typeof value !== "object" || Array.isArray(value)) return;
  const fields = shape as ShapeFields;
  const arms = fields["|"];
  if (Array.isArray(arms)) {
    const [best = []] = (arms as Shape[]).map((arm) => unknownParts(value, arm)).sort((a, b) => a.length - b.length);
    for (const part of best) tell(part.kind, place + part.place, part.found);
    return;
  }
  for (const [name, inner] of Object.entries(value)) {
    const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
    // Most fields are known and may hold anything: no pointer is made for them.
    if (known === 0) continue;
    const at = `${place}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (known === undefined) tell("field", at, typeof inner);
    else compare(at, inner, known, tell);
  }
}

/** A list of strings holds the known values of an open set; any other list the shape of an array's items. */
function compareList(place: string, value: unknown, list: ShapeList, tell: Tell): void {
  const [first] = list;
  if (typeof first === "string") {
    if (typeof value === "string" && !list.includes(value)) tell("value", place, value.slice(0, 80));
  } else if (Array.isArray(value) && first !== undefined) {
    for (const [index, item] of value.entries()) compare(`${place}/${index}`, item, first, tell);
  }
}

interface Part {
  readonly kind: Unrecognized["kind"];
  readonly place: string;
  readonly found: unknown;
}

function unknownParts(value: unknown, shape: Shape): Part[] {
  const parts: Part[] = [];
  compare("", value, shape, (kind, place, found) => parts.push({ kind, place, found }));
  return parts;
}
