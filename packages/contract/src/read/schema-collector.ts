import type { DefinitionPlace, UnionArm } from "../description.js";
import { pointerTo } from "../pointer.js";
import { DescriptionError } from "./description-error.js";
import { numberLimits, TEXT_FORMATS } from "./formats.js";
import { arrayOrEmpty, isObject } from "./json.js";
import { OPEN_ARM, pinnedBeside, withoutPinned } from "./open-arm.js";
import type { References } from "./references.js";
import { refuseUnreadable } from "./refuse-unreadable.js";
import { EVERY_TYPE, type SchemaFacts } from "./schema-facts.js";
import {
  ASSERTIONS,
  hasAssertions,
  ONE_SCHEMA,
  refTo,
  SCHEMA_LISTS,
  SCHEMA_MAPS,
  UNION_KEYWORD,
  UNIONS,
} from "./schema-keywords.js";

/**
 * The schemas of a description as one JSON Schema document: what asserts something is kept, annotations and formats
 * that nobody knows are left out, and every reference points into `definitions`.
 */
export interface CollectedSchemas {
  readonly definitions: ReadonlyMap<string, unknown>;
  /** Where each definition stands in the description. */
  readonly places: Readonly<Record<string, DefinitionPlace>>;
  /** Names of the definitions that are called from outside, in the order of their numbers. */
  readonly checks: readonly string[];
  readonly unions: readonly (readonly UnionArm[])[];
}

export class SchemaCollector implements CollectedSchemas {
  readonly definitions = new Map<string, unknown>();
  readonly places: Record<string, DefinitionPlace> = {};
  readonly checks: string[] = [];
  readonly unions: (readonly UnionArm[])[] = [];
  readonly #references: References;
  readonly #facts: SchemaFacts;
  readonly #nameByPlace = new Map<string, string>();
  #named = 0;

  constructor(references: References, facts: SchemaFacts) {
    this.#references = references;
    this.#facts = facts;
  }

  /** The number of the check for a schema. */
  check(schema: unknown, place: string): number {
    return this.#checkOf(this.#define(schema, place));
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
    const name = this.#nextName();
    // Named before it is read, as it may contain itself.
    this.#nameByPlace.set(place, name);
    const collected = this.#collect(schema, place);
    this.definitions.set(name, collected);
    this.places[name] = typeof collected === "boolean" ? { at: place, isMade: true } : { at: place };
    return name;
  }

  /** Defines a schema that stands nowhere in the description, and is made of what stands at a place. */
  #defineMade(schema: unknown, place: string): string {
    const name = this.#nextName();
    this.definitions.set(name, schema);
    this.places[name] = { at: place, isMade: true };
    return name;
  }

  #nextName(): string {
    return `s${this.#named++}`;
  }

  #checkOf(name: string): number {
    const known = this.checks.indexOf(name);
    return known < 0 ? this.checks.push(name) - 1 : known;
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
      } else if (keyword === "format") {
        if (TEXT_FORMATS.has(String(value))) result[keyword] = value;
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
    const limits = numberLimits(schema["format"], schema["type"]);
    if (limits !== undefined) {
      const made = { $ref: refTo(this.#defineMade(limits, pointerTo(place, "format"))) };
      result["allOf"] = [...arrayOrEmpty(result["allOf"]), made];
    }
    return Object.keys(numbers).length === 0 ? result : { ...result, [UNION_KEYWORD]: numbers };
  }

  /** Every arm becomes a definition of its own, so that a failed union can ask the arm that fits best. */
  #collectUnion(
    schemas: readonly unknown[],
    place: string,
  ): { readonly union: number; readonly arms: readonly unknown[] } {
    const facts = schemas.map((schema, index) => this.#factsOfArm(schema, pointerTo(place, index)));
    const arms = schemas.map((schema, index) => {
      const at = pointerTo(place, index);
      const name = this.#define(schema, at);
      const { open } = facts[index]!;
      if (open === undefined) return { name, ...facts[index] };
      const pinned = pinnedBeside(open, facts, at);
      return { name: this.#defineMade(withoutPinned({ $ref: refTo(name) }, open, pinned), at), ...facts[index] };
    });
    const union = this.unions.push(arms.map(({ name, ...known }) => ({ check: this.#checkOf(name), ...known }))) - 1;
    return { union, arms: arms.map(({ name }) => ({ $ref: refTo(name) })) };
  }

  #factsOfArm(arm: unknown, place: string): Omit<UnionArm, "check"> {
    const types = this.#facts.types(arm, place);
    const constants = this.#facts.constants(arm, place);
    const required = this.#facts.required(arm, place);
    const open = this.#facts.keyword(arm, place, OPEN_ARM);
    if (open !== undefined && typeof open !== "string") {
      throw new DescriptionError(place, `has an "${OPEN_ARM}" that is no name of a property`);
    }
    return {
      ...(types.length === EVERY_TYPE.length ? {} : { types }),
      ...(Object.keys(constants).length === 0 ? {} : { constants }),
      ...(required.length === 0 ? {} : { required }),
      ...(open === undefined ? {} : { open }),
    };
  }
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
