import type { Schema } from "@cfworker/json-schema";
import { pointerTo } from "../pointer.js";
import { isObject } from "../read/json.js";
import { definitionOf, ONE_SCHEMA, refTo } from "../read/schema-keywords.js";
import type { Lookup } from "./checks.js";

/** A keyword on the way from a check's schema to the one that complains, with the schema it stands in. */
export interface Step {
  readonly schema: Schema;
  readonly keyword: string;
  /** Path of the keyword, as `SchemaError.schemaPath` has it. */
  readonly path: string;
}

/** The names in a location that the interpreter tells: a JSON pointer as a URI fragment. */
export function namesInLocation(location: string): readonly string[] {
  return location
    .split("/")
    .slice(1)
    .map((name) => decodeURIComponent(name).replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Follows a keyword's location, references included. */
export function stepsTo(location: string, definition: string, lookup: Lookup): readonly Step[] {
  const names = namesInLocation(location);
  const steps: Step[] = [];
  let value: unknown = lookup[refTo(definition)];
  let path = definition;
  for (let index = 0; index < names.length; index++) {
    if (!isObject(value)) break;
    const keyword = names[index]!;
    steps.push({ schema: value, keyword, path: step(path, keyword) });
    if (keyword === "$ref") {
      const ref = String(value["$ref"]);
      value = lookup[ref];
      path = definitionOf(ref);
      continue;
    }
    value = value[keyword];
    path = step(path, keyword);
    if (ONE_SCHEMA.includes(keyword) || index + 1 === names.length) continue;
    const name = names[++index]!;
    value = memberOf(value, name);
    path = step(path, name);
  }
  return steps;
}

function step(path: string, name: string): string {
  return path + encodeURI(pointerTo("", name));
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
