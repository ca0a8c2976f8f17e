import type { UnionArm } from "./description.js";
import { oneOfNames, oneOfValues } from "./expected.js";
import { findings, type Finding, type Schemas } from "./explain.js";
import { jsonTypeOf } from "./json-type.js";
import { pointerTo, valueAt } from "./pointer.js";

export interface FailedUnion {
  readonly schemas: Schemas;
  readonly arms: readonly UnionArm[];
  /** JSON pointer into the description, to the union. */
  readonly at: string;
  /** JSON pointer to the value, from where its findings are to be told. */
  readonly place: string;
  readonly value: unknown;
}

/**
 * Boils a failed `anyOf` or `oneOf` down to what was most probably meant. Of an object, the arm whose constants and
 * required properties fit best speaks, and the others are silent. Of plain values, all arms are named in one line.
 */
export function explainUnion({ schemas, arms, at, place, value }: FailedUnion): readonly Finding[] {
  const passing = arms.flatMap((arm, index) => (findings(schemas, arm.check, value).length === 0 ? [index + 1] : []));
  if (passing.length > 1) {
    const numbers = passing.join(" and ");
    return [
      { place, found: value, expected: `exactly one of ${arms.length} alternatives (numbers ${numbers} match)`, at },
    ];
  }
  if (typeof value !== "object" || value === null) {
    const asked = arms.map((arm) =>
      findings(schemas, arm.check, value)
        .map(({ expected }) => expected)
        .sort()
        .join(" and "),
    );
    return [{ place, found: value, expected: oneOfNames(asked), at }];
  }
  const fitting = arms.filter((arm) => arm.types === undefined || arm.types.includes(jsonTypeOf(value)));
  if (fitting.length === 0) {
    return [{ place, found: value, expected: oneOfNames(arms.flatMap((arm) => arm.types ?? [])), at }];
  }
  const tag = unmatchedTag(fitting, value);
  if (tag !== undefined) {
    const expected = oneOfValues(fitting.map((arm) => arm.constants?.[tag]));
    return [{ place: pointerTo(place, tag), found: valueAt(value, pointerTo("", tag)), expected, at }];
  }
  const best = namedArms(fitting, value)
    .map((arm) => ({ fit: fitOf(arm, value), inside: findings(schemas, arm.check, value) }))
    .reduce((left, right) => (isBetter(right, left) ? right : left));
  return best.inside.map((finding) => ({ ...finding, place: place + finding.place }));
}

/** A property that every arm pins to a value of its own, where the value at hand is none of them. */
function unmatchedTag(arms: readonly UnionArm[], value: unknown): string | undefined {
  if (jsonTypeOf(value) !== "object") return undefined;
  const [first, ...others] = arms;
  return Object.keys(first?.constants ?? {}).find(
    (name) =>
      others.length > 0 &&
      others.every((arm) => arm.constants !== undefined && Object.hasOwn(arm.constants, name)) &&
      arms.every((arm) => !isEqual(arm.constants?.[name], valueAt(value, pointerTo("", name)))),
  );
}

/** Without the open arms that leave the value to others, which leaves the arms that it names. */
function namedArms(arms: readonly UnionArm[], value: unknown): readonly UnionArm[] {
  const tag = arms.find((arm) => arm.open !== undefined)?.open;
  if (tag === undefined) return arms;
  const given = valueAt(value, pointerTo("", tag));
  const named = arms.filter(({ constants = {} }) => Object.hasOwn(constants, tag) && isEqual(constants[tag], given));
  return named.length === 0 ? arms : named;
}

interface Fit {
  readonly contradicted: number;
  readonly confirmed: number;
  readonly present: number;
}

function fitOf(arm: UnionArm, value: unknown): Fit {
  const constants = Object.entries(arm.constants ?? {});
  const at = (name: string): unknown => valueAt(value, pointerTo("", name));
  const confirmed = constants.filter(([name, constant]) => isEqual(constant, at(name))).length;
  return {
    contradicted: constants.filter(([name]) => at(name) !== undefined).length - confirmed,
    confirmed,
    present: (arm.required ?? []).filter((name) => at(name) !== undefined).length,
  };
}

type Candidate = { readonly fit: Fit; readonly inside: readonly Finding[] };

/** The earlier arm keeps its place in a tie, as descriptions put the more telling arms first. */
function isBetter(left: Candidate, right: Candidate): boolean {
  const differences = [
    right.fit.contradicted - left.fit.contradicted,
    left.fit.confirmed - right.fit.confirmed,
    left.fit.present - right.fit.present,
    right.inside.length - left.inside.length,
  ];
  return (differences.find((difference) => difference !== 0) ?? 0) > 0;
}

function isEqual(left: unknown, right: unknown): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
