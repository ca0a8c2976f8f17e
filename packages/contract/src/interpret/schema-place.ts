import type { Schema } from "@cfworker/json-schema";
import { isObject } from "../read/json.js";
import { ONE_SCHEMA } from "../read/schema-keywords.js";
import type { Lookup } from "./checks.js";

/** A keyword on the way from a check's schema to the one that complains, with the schema it stands in. */
export interface Step {
  readonly schema: Schema;
  readonly keyword: string;
}

/** The names in a location that the interpreter tells: a JSON pointer as a URI fragment. */
export function namesInLocation(location: string): readonly string[] {
  return location
    .split("/")
    .slice(1)
    .map((name) => decodeURIComponent(name).replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Follows a keyword's location, references included. */
export function stepsTo(location: string, start: Schema | boolean, lookup: Lookup): readonly Step[] {
  const names = namesInLocation(location);
  const steps: Step[] = [];
  let value: unknown = start;
  for (let index = 0; index < names.length; index++) {
    if (!isObject(value)) break;
    const keyword = names[index]!;
    steps.push({ schema: value, keyword });
    value = keyword === "$ref" ? lookup[String(value["$ref"])] : value[keyword];
    const isOfMany = keyword !== "$ref" && !ONE_SCHEMA.includes(keyword) && index + 1 < names.length;
    if (isOfMany) value = memberOf(value, names[++index]!);
  }
  return steps;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
