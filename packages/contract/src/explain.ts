import type { CompiledDescription, SchemaError } from "./description.js";
import { expectedBy } from "./expected.js";
import { pointerTo, valueAt } from "./pointer.js";
import { explainUnion } from "./union.js";

/** A difference between a value and its schema. */
export interface Finding {
  /** JSON pointer into the value. */
  readonly place: string;
  /** The value at that place, `undefined` when there is none. */
  readonly found: unknown;
  readonly expected: string;
  /** JSON pointer into the description, to the keyword that the value does not obey. */
  readonly at: string;
}

/** What of a description tells about values. */
export type Schemas = Pick<CompiledDescription, "checks" | "unions" | "places">;

/** Checks a value and says what a person has to change: one finding a place where possible. */
export function findings(schemas: Schemas, check: number, value: unknown): readonly Finding[] {
  const run = schemas.checks[check];
  if (run === undefined) throw new TypeError(`The compiled description has no check ${check}`);
  const errors = run(value);
  const keywords = keywordsByPlace(errors);
  return errors
    .filter((error) => !isEcho(error, keywords.get(error.instancePath)) && !isUnsettled(error, errors))
    .flatMap((error) => {
      const union = error.params["union"];
      const arms = typeof union === "number" ? schemas.unions[union] : undefined;
      const at = placeOf(error, schemas.places);
      if (arms === undefined) return [explain(error, at, value)];
      return explainUnion({ schemas, arms, at, place: error.instancePath, value: valueAt(value, error.instancePath) });
    });
}

/** Where in the description the keyword stands. */
function placeOf({ schemaPath }: SchemaError, places: Schemas["places"]): string {
  const [definition = "", ...names] = schemaPath.replace(/\/false schema$/, "").split("/");
  const place = places[definition];
  if (place === undefined) return "";
  return place.isMade === true ? place.at : [place.at, ...names.map(decodeURIComponent)].join("/");
}

function explain(error: SchemaError, at: string, value: unknown): Finding {
  const { missingProperty, additionalProperty, unevaluatedProperty, propertyName } = error.params;
  const name = missingProperty ?? additionalProperty ?? unevaluatedProperty ?? propertyName;
  const place = typeof name === "string" ? pointerTo(error.instancePath, name) : error.instancePath;
  return { place, found: valueAt(value, place), expected: expectedBy(error), at };
}

/** Whether another complaint about the same place already says more. */
function isEcho(error: SchemaError, beside: ReadonlySet<string> | undefined): boolean {
  const isBeside = (...keywords: string[]): boolean => keywords.some((keyword) => beside?.has(keyword));
  switch (error.keyword) {
    case "type":
      return isBeside("const", "enum");
    // What "then" or "else" ask for is among the complaints.
    case "if":
      return true;
    default:
      return false;
  }
}

/**
 * Which properties and items are unevaluated is settled only where all else is right: a schema that fails says nothing
 * about those it would have known, and each of them would be reported.
 */
function isUnsettled(error: SchemaError, errors: readonly SchemaError[]): boolean {
  if (!isUnevaluated(error)) return false;
  return errors.some(
    (other) =>
      other.instancePath.startsWith(`${error.instancePath}/`) ||
      (other.instancePath === error.instancePath && !isUnevaluated(other)),
  );
}

function isUnevaluated({ keyword }: SchemaError): boolean {
  return keyword === "unevaluatedProperties" || keyword === "unevaluatedItems";
}

function keywordsByPlace(errors: readonly SchemaError[]): ReadonlyMap<string, ReadonlySet<string>> {
  const keywords = new Map<string, Set<string>>();
  for (const { instancePath, keyword } of errors) {
    keywords.set(instancePath, (keywords.get(instancePath) ?? new Set()).add(keyword));
  }
  return keywords;
}
