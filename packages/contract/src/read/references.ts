import { namesIn, pointerTo } from "../pointer.js";
import { DescriptionError } from "./description-error.js";
import { isObject, type JsonObject } from "./json.js";

/** A value of the document with its place. */
export interface Located<Value = unknown> {
  readonly value: Value;
  /** JSON pointer into the document. */
  readonly place: string;
}

/** Reads a bundled document: all its references point into itself. */
export interface References {
  /** The place that a `$ref` names. */
  target(ref: string, from: string): string;
  /** The value at a place. */
  at(place: string, from: string): unknown;
  /** The object at a place, after following `$ref` for as long as there is one. */
  object(value: unknown, place: string): Located<JsonObject>;
}

export function createReferences(document: JsonObject): References {
  const target = (ref: string, from: string): string => {
    if (ref !== "#" && !ref.startsWith("#/")) {
      throw new DescriptionError(from, `refers to "${ref}", outside of the document: bundle the description first`);
    }
    try {
      return decodeURIComponent(ref.slice(1));
    } catch {
      throw new DescriptionError(from, `has a reference that is not percent-encoded UTF-8: "${ref}"`);
    }
  };

  const at = (place: string, from: string): unknown => {
    let value: unknown = document;
    for (const name of namesIn(place)) {
      const parent = value;
      value =
        typeof parent === "object" && parent !== null && Object.hasOwn(parent, name) ? read(parent, name) : undefined;
      if (value === undefined) throw new DescriptionError(from, `refers to "#${place}", which does not exist`);
    }
    return value;
  };

  return {
    target,
    at,
    object(start, startPlace) {
      const seen = new Set<string>();
      let value = start;
      let place = startPlace;
      while (isObject(value) && typeof value["$ref"] === "string") {
        const next = target(value["$ref"], place);
        if (seen.has(next)) throw new DescriptionError(startPlace, `refers to itself through "#${next}"`);
        seen.add(next);
        value = at(next, place);
        place = next;
      }
      if (!isObject(value)) throw new DescriptionError(place, "must be an object");
      return { value, place };
    },
  };
}

/** The members of an object of the document, each with its place. */
export function members(value: unknown, place: string): readonly (Located & { readonly name: string })[] {
  if (!isObject(value)) return [];
  return Object.entries(value).map(([name, member]) => ({ name, value: member, place: pointerTo(place, name) }));
}

function read(parent: object, name: string): unknown {
  return (parent as Record<string, unknown>)[name];
}
