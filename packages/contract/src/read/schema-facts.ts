import type { JsonType } from "../description.js";
import { jsonTypeOf } from "../json-type.js";
import { pointerTo } from "../pointer.js";
import { arrayOrEmpty, isObject, strings, type JsonObject } from "./json.js";
import { members, type References } from "./references.js";

export const EVERY_TYPE: readonly JsonType[] = ["array", "boolean", "integer", "null", "number", "object", "string"];

/** What can be told of a schema without running it. References are followed, recursion is cut. */
export interface SchemaFacts {
  /** The types that the schema accepts. */
  types(schema: unknown, place: string): readonly JsonType[];
  /** Properties with one possible value. */
  constants(schema: unknown, place: string): Readonly<Record<string, unknown>>;
  required(schema: unknown, place: string): readonly string[];
  /** The value of a keyword, wherever among the parts of the schema it stands. */
  keyword(schema: unknown, place: string, keyword: string): unknown;
  /** The types of each item, or `undefined` where the schema accepts no array. */
  itemTypes(schema: unknown, place: string): readonly JsonType[] | undefined;
  /** The types of each property, or `undefined` where the schema accepts no object or names no property. */
  propertyTypes(schema: unknown, place: string): Readonly<Record<string, readonly JsonType[]>> | undefined;
}

interface Part {
  readonly schema: JsonObject;
  readonly place: string;
}

export function createSchemaFacts(references: References): SchemaFacts {
  /** The schema and all that hold together with it: the target of its `$ref` and its `allOf`. Each comes once. */
  const parts = (schema: unknown, place: string, seen = new Set<string>()): readonly Part[] => {
    if (!isObject(schema) || seen.has(place)) return [];
    seen.add(place);
    const ref = typeof schema["$ref"] === "string" ? references.target(schema["$ref"], place) : undefined;
    const all = arrayOrEmpty(schema["allOf"]);
    return [
      { schema, place },
      ...(ref === undefined ? [] : parts(references.at(ref, place), ref, seen)),
      ...all.flatMap((part, index) => parts(part, pointerTo(pointerTo(place, "allOf"), index), seen)),
    ];
  };

  // By place. Without it, schemas that refer to each other in many ways would be read once for each of these ways.
  const knownTypes = new Map<string, readonly JsonType[]>();

  const types = (schema: unknown, place: string): readonly JsonType[] => {
    const known = knownTypes.get(place);
    if (known !== undefined) return known;
    // What is found again within itself limits nothing.
    knownTypes.set(place, EVERY_TYPE);
    const typesOfArms = (part: Part, keyword: string): readonly JsonType[] =>
      arrayOrEmpty(part.schema[keyword]).flatMap((arm, index) =>
        types(arm, pointerTo(pointerTo(part.place, keyword), index)),
      );
    const limits = parts(schema, place).flatMap((part) =>
      [ownTypes(part.schema)].concat(
        ["anyOf", "oneOf"].filter((keyword) => keyword in part.schema).map((keyword) => typesOfArms(part, keyword)),
      ),
    );
    const found = EVERY_TYPE.filter((type) => limits.every((limit) => limit.includes(type)));
    knownTypes.set(place, found);
    return found;
  };

  const properties = (schema: unknown, place: string) =>
    parts(schema, place).flatMap((part) => members(part.schema["properties"], pointerTo(part.place, "properties")));

  return {
    types,
    constants: (schema, place) =>
      Object.fromEntries(
        properties(schema, place).flatMap((property) =>
          parts(property.value, property.place)
            .map((part) => onlyValue(part.schema))
            .filter((value) => value !== undefined)
            .map((value) => [property.name, value] as const),
        ),
      ),
    required: (schema, place) => [...new Set(parts(schema, place).flatMap((part) => strings(part.schema["required"])))],
    keyword: (schema, place, keyword) => parts(schema, place).find((part) => keyword in part.schema)?.schema[keyword],
    itemTypes(schema, place) {
      if (!types(schema, place).includes("array") || !parts(schema, place).some(isArraySchema)) return undefined;
      const items = parts(schema, place).find((part) => isObject(part.schema["items"]));
      return items === undefined ? EVERY_TYPE : types(items.schema["items"], pointerTo(items.place, "items"));
    },
    propertyTypes(schema, place) {
      const named = properties(schema, place);
      if (named.length === 0 || !types(schema, place).includes("object")) return undefined;
      return Object.fromEntries(named.map((property) => [property.name, types(property.value, property.place)]));
    },
  };
}

function isArraySchema({ schema }: Part): boolean {
  return schema["items"] !== undefined || [schema["type"]].flat().includes("array");
}

function ownTypes(schema: JsonObject): readonly JsonType[] {
  const { type } = schema;
  const named = typeof type === "string" ? [type] : strings(type);
  const values = "const" in schema ? [schema["const"]] : arrayOrEmpty(schema["enum"]);
  const byName = named.length === 0 ? EVERY_TYPE : EVERY_TYPE.filter((candidate) => accepts(named, candidate));
  const ofValues = new Set(values.map(jsonTypeOf));
  return values.length === 0 ? byName : byName.filter((candidate) => ofValues.has(candidate));
}

function accepts(named: readonly string[], candidate: JsonType): boolean {
  return named.includes(candidate) || (candidate === "integer" && named.includes("number"));
}

function onlyValue(schema: JsonObject): unknown {
  const values = arrayOrEmpty(schema["enum"]);
  return "const" in schema ? schema["const"] : values.length === 1 ? values[0] : undefined;
}
