import type { HiddenNode } from "../description.js";
import { pointerTo } from "../pointer.js";
import { arrayOrEmpty, isObject } from "./json.js";
import { members, type Located, type References } from "./references.js";

/** Collects what the schemas of a description mark as not to be shown. */
export interface HiddenCollector {
  readonly nodes: readonly HiddenNode[];
  /** The number of the node for the values of a schema, `undefined` where nothing in them is marked. */
  collect(schema: unknown, place: string): number | undefined;
}

/** All schemas that one value may be held to, wherever they stand. */
type Group = ReadonlyMap<string, unknown>;

interface Found {
  readonly self: boolean;
  readonly properties: ReadonlyMap<string, Group>;
  readonly others: Group;
  readonly items: Group;
}

/**
 * Every schema that may apply counts, also those of arms that the value at hand does not fit: a value that is wrong in one
 * point must not lose its mark.
 */
export function createHiddenCollector(references: References): HiddenCollector {
  const nodes: HiddenNode[] = [];
  const numbers = new Map<string, number>();
  const known = new Map<string, Found>();

  const find = (group: Group): Found => {
    const key = keyOf(group);
    const found = known.get(key) ?? findIn([...applying(group, references)]);
    known.set(key, found);
    return found;
  };

  const isMarked = (group: Group, seen = new Set<string>()): boolean => {
    const key = keyOf(group);
    if (group.size === 0 || seen.has(key)) return false;
    seen.add(key);
    const { self, properties, others, items } = find(group);
    return self || [...properties.values(), others, items].some((inner) => isMarked(inner, seen));
  };

  const numberOf = (group: Group): number | undefined => {
    if (!isMarked(group)) return undefined;
    const key = keyOf(group);
    const number = numbers.get(key);
    if (number !== undefined) return number;
    const next = nodes.push({}) - 1;
    // Numbered before it is read, as it may contain itself.
    numbers.set(key, next);
    nodes[next] = read(find(group));
    return next;
  };

  const read = ({ self, properties, others, items }: Found): HiddenNode => {
    if (self) return { self };
    const named = [...properties].map(([name, group]) => [name, numberOf(group)] as const);
    const marked = named.filter((entry): entry is readonly [string, number] => entry[1] !== undefined);
    const ofOthers = numberOf(others);
    const ofItems = numberOf(items);
    return {
      ...(marked.length === 0 ? {} : { properties: Object.fromEntries(marked) }),
      ...(ofOthers === undefined ? {} : { others: ofOthers }),
      ...(ofItems === undefined ? {} : { items: ofItems }),
    };
  };

  return { nodes, collect: (schema, place) => numberOf(new Map([[place, schema]])) };
}

function keyOf(group: Group): string {
  return [...group.keys()].sort().join(" ");
}

/** The schemas of a group and all that hold for the same value. */
function applying(group: Group, references: References): Group {
  const all = new Map<string, unknown>();
  const add = (schema: unknown, place: string): void => {
    if (all.has(place)) return;
    all.set(place, schema);
    if (!isObject(schema)) return;
    if (typeof schema["$ref"] === "string") {
      const target = references.target(schema["$ref"], place);
      add(references.at(target, place), target);
    }
    for (const keyword of ["allOf", "anyOf", "oneOf"])
      for (const one of inList(schema[keyword], pointerTo(place, keyword))) add(one.value, one.place);
    for (const keyword of ["if", "then", "else"]) add(schema[keyword], pointerTo(place, keyword));
    for (const one of members(schema["dependentSchemas"], pointerTo(place, "dependentSchemas")))
      add(one.value, one.place);
  };
  for (const [place, schema] of group) add(schema, place);
  return all;
}

function findIn(schemas: readonly (readonly [place: string, schema: unknown])[]): Found {
  const properties = new Map<string, Map<string, unknown>>();
  const others = new Map<string, unknown>();
  const items = new Map<string, unknown>();
  let self = false;
  for (const [place, schema] of schemas) {
    if (!isObject(schema)) continue;
    self ||= schema["x-personal-data"] === true || schema["writeOnly"] === true || schema["format"] === "password";
    for (const { name, value, place: at } of members(schema["properties"], pointerTo(place, "properties"))) {
      properties.set(name, (properties.get(name) ?? new Map<string, unknown>()).set(at, value));
    }
    for (const keyword of ["additionalProperties", "unevaluatedProperties"]) {
      if (keyword in schema) others.set(pointerTo(place, keyword), schema[keyword]);
    }
    for (const { value, place: at } of members(schema["patternProperties"], pointerTo(place, "patternProperties"))) {
      others.set(at, value);
    }
    for (const keyword of ["items", "contains", "unevaluatedItems"]) {
      if (keyword in schema) items.set(pointerTo(place, keyword), schema[keyword]);
    }
    for (const one of inList(schema["prefixItems"], pointerTo(place, "prefixItems"))) items.set(one.place, one.value);
  }
  for (const group of properties.values()) for (const [place, schema] of others) group.set(place, schema);
  return { self, properties, others, items };
}

function inList(value: unknown, place: string): readonly Located[] {
  return arrayOrEmpty(value).map((item, index) => ({ value: item, place: pointerTo(place, index) }));
}
