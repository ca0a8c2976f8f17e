import type { OutputUnit } from "@cfworker/json-schema";
import type { SchemaError } from "../description.js";
import { namesIn, pointerTo, valueAt } from "../pointer.js";
import type { Lookup } from "./checks.js";
import { parametersOf } from "./error-parameters.js";
import { NOTHING } from "./plain-schema.js";
import { namesInLocation, stepsTo, type Step } from "./schema-place.js";

export interface Interpreted {
  readonly lookup: Lookup;
  /** Name of the definition that was checked against. */
  readonly definition: string;
  readonly value: unknown;
  readonly units: readonly OutputUnit[];
}

/** What the interpreter complains of, as a compiled check would put it: the same keywords at the same places. */
export function schemaErrors({ lookup, definition, value, units }: Interpreted): readonly SchemaError[] {
  const buried = units.flatMap(buriedBy);
  const seen = new Set<string>();
  const isNew = (...key: readonly string[]): boolean => seen.size < seen.add(key.join(" ")).size;

  return units.flatMap((unit, index) => {
    if (buried.some((root) => isIn(root, unit))) return [];
    const steps = stepsTo(unit.keywordLocation, definition, lookup);
    const path = namesInLocation(unit.instanceLocation).reduce(pointerTo, "");
    const step = steps.at(-1);
    if (step === undefined) return [];
    if (step.schema === NOTHING) {
      const error = { ...refusal(steps.at(-2), path), schemaPath: withoutLast(step.path) };
      return !error.keyword.endsWith("tems") || isNew(unit.keywordLocation, error.instancePath) ? [error] : [];
    }
    const keyword = unit.keyword === "minContains" || unit.keyword === "maxContains" ? "contains" : unit.keyword;
    // The interpreter misspells one of its locations.
    const error = { instancePath: path, keyword, schemaPath: `${withoutLast(step.path)}/${keyword}` };
    if (keyword === "propertyNames") {
      const propertyName = namesInLocation(units[index + 1]?.instanceLocation ?? "").at(-1);
      return [{ ...error, params: { propertyName } }];
    }
    // One unit for each missing property, none of which says which.
    if (!isNew(unit.keywordLocation, unit.instanceLocation)) return [];
    return parametersOf(keyword, step.schema, valueAt(value, path)).map((params) => ({ ...error, params }));
  });
}

type Place = Pick<OutputUnit, "keywordLocation" | "instanceLocation">;

/** Of these the complaint says all; those of the schemas inside them would only bury it. */
function buriedBy({ keyword, keywordLocation, instanceLocation }: OutputUnit): readonly Place[] {
  switch (keyword) {
    case "anyOf":
    case "oneOf":
    case "propertyNames":
    case "contains":
      return [{ keywordLocation, instanceLocation }];
    case "minContains":
    case "maxContains":
      return [{ keywordLocation: keywordLocation.replace(/[^/]+$/, "contains"), instanceLocation }];
    default:
      return [];
  }
}

function withoutLast(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function isIn(root: Place, unit: Place): boolean {
  return (
    unit.keywordLocation.startsWith(`${root.keywordLocation}/`) &&
    `${unit.instanceLocation}/`.startsWith(`${root.instanceLocation}/`)
  );
}

/** The complaint of a schema that is `false`, which depends on where that stands. */
function refusal(holder: Step | undefined, path: string): Omit<SchemaError, "schemaPath"> {
  const instancePath = withoutLast(path);
  const name = namesIn(path).at(-1) ?? "";
  switch (holder?.keyword) {
    case "additionalProperties":
      return { instancePath, keyword: holder.keyword, params: { additionalProperty: name } };
    case "unevaluatedProperties":
      return { instancePath, keyword: holder.keyword, params: { unevaluatedProperty: name } };
    case "unevaluatedItems":
      return { instancePath, keyword: holder.keyword, params: { limit: Number(name) } };
    case "items":
      if (holder.schema.prefixItems === undefined) break;
      return { instancePath, keyword: holder.keyword, params: { limit: holder.schema.prefixItems.length } };
  }
  return { instancePath: path, keyword: "false schema", params: {} };
}
