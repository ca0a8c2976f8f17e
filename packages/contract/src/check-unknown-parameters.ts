import type { CompiledDescription, CompiledOperation, CompiledParameter } from "./description.js";
import type { Deviation } from "./deviation.js";
import { pointerTo } from "./pointer.js";
import { isDeepObject, isPartOf, isSpread } from "./query-fields.js";

/** Query parameters that the description does not know. Their values are not shown: they may be misplaced secrets. */
export function checkUnknownParameters(
  { credentials }: CompiledDescription,
  { at, id, parameters }: CompiledOperation,
  query: URLSearchParams,
): readonly Deviation[] {
  const documented = parameters.filter((parameter) => parameter.in === "query");
  const deep = documented.filter(isDeepObject);
  const names = documented.flatMap(namesOf);
  const known = new Set(
    names.concat(Object.values(credentials).flatMap((place) => (place?.in === "query" ? [place.name] : []))),
  );
  const strangers = [...new Set(query.keys())].filter(
    (key) => !known.has(key) && !deep.some(({ name }) => isPartOf(name, key)),
  );
  return strangers.map((name) => ({
    kind: "unknown-parameter",
    operation: id,
    place: pointerTo("/request/query", name),
    found: "a query parameter of this name",
    expected: names.length === 0 ? "no query parameters" : `only ${names.join(", ")}`,
    at,
  }));
}

function namesOf(parameter: CompiledParameter): readonly string[] {
  if (isDeepObject(parameter)) return [`${parameter.name}[…]`];
  return isSpread(parameter) ? Object.keys(parameter.form.properties ?? {}) : [parameter.name];
}
