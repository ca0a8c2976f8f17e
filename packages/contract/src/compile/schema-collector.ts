import type { UnionArm } from "../description.js";
import { pointerTo } from "../pointer.js";
import { DescriptionError } from "./description-error.js";
import { isObject } from "./json.js";
import type { References } from "./references.js";
import { EVERY_TYPE, type SchemaFacts } from "./schema-facts.js";
import {
  ASSERTIONS,
  hasAssertions,
  ONE_SCHEMA,
  refuseUnreadable,
  SCHEMA_LISTS,
  SCHEMA_MAPS,
  UNION_KEYWORD,
  UNIONS,
} from "./schema-keywords.js";

/**
 * The schemas of a description as one JSON Schema document: what asserts something is kept, annotations are left out,
 * and every reference points into `definitions`.
 */
export interface CollectedSchemas {
  readonly definitions: ReadonlyMap<string, unknown>;
  /** Where each definition stands in the description. */
  readonly places: ReadonlyMap<string, string>;
  /** Names of the definitions that are called from outside, in the order of their numbers. */
  readonly checks: readonly string[];
  readonly unions: readonly (readonly UnionArm[])[];
}

export class SchemaCollector implements CollectedSchemas {
  readonly definitions = new Map<string, unknown>();
  readonly places = new Map<string, string>();
  readonly checks: string[] = [];
  readonly unions: (readonly UnionArm[])[] = [];
  readonly #references: References;
  readonly #facts: SchemaFacts;
  readonly #nameByPlace = new Map<string, string>();
  readonly #nameByText = new Map<string, string>();

  constructor(references: References, facts: SchemaFacts) {
    this.#references = references;
    this.#facts = facts;
  }

  /** The number of the check for a schema. Equal schemas share one. */
  check(schema: unknown, place: string): number {
    const name = this.#define(schema, place);
    const known = this.checks.indexOf(name);
    return known < 0 ? this.checks.push(name) - 1 : known;
  }

  #define(schema: unknown, place: string): string {
    const known = this.#nameByPlace.get(place);
    if (known !== undefined) return known;
    if (isObject(schema) && typeof schema["$ref"] === "string" && !hasAssertions(schema)) {
      const target = this.#references.target(schema["$ref"], place);
      const value = this.#references.at(target, place);
      if (!isBareCycle(this.#references, value, target)) return this.#define(value, target);
      throw new DescriptionError(place, `refers to itself through "#${target}"`);
    }
    const name = `s${this.#nameByPlace.size}`;
    // Named before it is read, as it may contain itself.
    this.#nameByPlace.set(place, name);
    const collected = this.#collect(schema, place);
    const text = JSON.stringify(collected);
    // Only what refers to nothing is shared: others may already be referred to by this name.
    const twin = text.includes('"$ref"') ? undefined : this.#nameByText.get(text);
    if (twin !== undefined) {
      this.#nameByPlace.set(place, twin);
      return twin;
    }
    this.#nameByText.set(text, name);
    this.definitions.set(name, collected);
    this.places.set(name, place);
    return name;
  }

  #collect(schema: unknown, place: string): unknown {
    if (typeof schema === "boolean") return schema;
    if (!isObject(schema)) throw new DescriptionError(place, "must be a schema");
    refuseUnreadable(schema, place);
    const result: Record<string, unknown> = {};
    const numbers: Record<string, number> = {};
    const inner = (value: unknown, ...path: (string | number)[]): unknown =>
      this.#collect(value, path.reduce<string>(pointerTo, place));
    for (const [keyword, value] of Object.entries(schema)) {
      if (keyword === "$ref" && typeof value === "string") {
        const target = this.#references.target(value, place);
        result[keyword] = refTo(this.#define(this.#references.at(target, place), target));
      } else if (ASSERTIONS.includes(keyword)) {
        result[keyword] = value;
      } else if (ONE_SCHEMA.includes(keyword)) {
        result[keyword] = inner(value, keyword);
      } else if (SCHEMA_LISTS.includes(keyword)) {
        if (!Array.isArray(value)) throw new DescriptionError(pointerTo(place, keyword), "must be a list of schemas");
        result[keyword] = value.map((item, index) => inner(item, keyword, index));
      } else if (SCHEMA_MAPS.includes(keyword)) {
        if (!isObject(value)) throw new DescriptionError(pointerTo(place, keyword), "must be an object");
        result[keyword] = Object.fromEntries(
          Object.entries(value).map(([name, member]) => [name, inner(member, keyword, name)]),
        );
      } else if (UNIONS.includes(keyword)) {
        if (!Array.isArray(value)) throw new DescriptionError(pointerTo(place, keyword), "must be a list of schemas");
        const { union, arms } = this.#collectUnion(value, pointerTo(place, keyword));
        result[keyword] = arms;
        numbers[keyword] = union;
      }
    }
    return Object.keys(numbers).length === 0 ? result : { ...result, [UNION_KEYWORD]: numbers };
  }

  /** Every arm becomes a definition of its own, so that a failed union can ask the arm that fits best. */
  #collectUnion(
    schemas: readonly unknown[],
    place: string,
  ): { readonly union: number; readonly arms: readonly unknown[] } {
    const located = schemas.map((schema, index) => ({ schema, at: pointerTo(place, index) }));
    const arms = located.map(({ schema, at }) => ({ $ref: refTo(this.#define(schema, at)) }));
    const union = this.unions.push(located.map(({ schema, at }) => this.#describeArm(schema, at))) - 1;
    return { union, arms };
  }

  #describeArm(arm: unknown, place: string): UnionArm {
    const types = this.#facts.types(arm, place);
    const constants = this.#facts.constants(arm, place);
    const required = this.#facts.required(arm, place);
    return {
      check: this.check(arm, place),
      ...(types.length === EVERY_TYPE.length ? {} : { types }),
      ...(Object.keys(constants).length === 0 ? {} : { constants }),
      ...(required.length === 0 ? {} : { required }),
    };
  }
}

function refTo(name: string): string {
  return `#/$defs/${name}`;
}

/** `a: {$ref: b}, b: {$ref: a}` describes nothing and would never end. */
function isBareCycle(references: References, start: unknown, startPlace: string): boolean {
  const seen = new Set<string>();
  let value = start;
  let place = startPlace;
  while (isObject(value) && typeof value["$ref"] === "string" && !hasAssertions(value)) {
    if (seen.has(place)) return true;
    seen.add(place);
    const next = references.target(value["$ref"], place);
    value = references.at(next, place);
    place = next;
  }
  return false;
}
