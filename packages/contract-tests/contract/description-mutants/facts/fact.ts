import type { Json } from "../../arbitrary/schema.ts";

/** What a page of the vendor says of a value: examples that must be allowed, and some that must not. */
export interface Fact {
  /** The first is the usual one. */
  readonly good: readonly Json[];
  readonly bad: readonly Json[];
  readonly optional?: true;
  /** The known values of every open set in it. */
  readonly sets?: readonly (readonly string[])[];
}

type Fields = Readonly<Record<string, Fact>>;

const notText: readonly Json[] = [1, null, {}];
const notNumber: readonly Json[] = ["1", null, {}];
const notObject: readonly Json[] = ["x", null, []];

/** Any text. */
export const text: Fact = { good: ["x", ""], bad: notText };
/** Text that is not empty. */
export const filled: Fact = { good: ["x", "xy"], bad: ["", ...notText] };
export const time: Fact = {
  good: ["2024-10-01T22:04:24.962583055Z", "2025-02-17T19:05:47.063Z"],
  bad: ["yesterday", "2024-13-01T00:00:00Z", "2024-10-01", "", ...notText],
};
export const uuid: Fact = { good: ["3e8b3a4b-8f5e-4d5f-9f0e-1c3f6f1a2b3c"], bad: ["x", "", ...notText] };
export const uri: Fact = { good: ["https://example.com/a?b=c"], bad: ["no address", ...notText] };
export const count: Fact = { good: [1, 0, 2 ** 40], bad: [-1, 0.5, ...notNumber] };
export const integer: Fact = { good: [1, 0, -1], bad: [0.5, ...notNumber] };
export const flag: Fact = { good: [true, false], bad: ["true", 2, null, {}] };
export const anything: Fact = { good: ["x", 1, true, null, [1], { y: 1 }], bad: [] };
export const anyObject: Fact = { good: [{}, { since: "today" }], bad: notObject };

export const optional = (fact: Fact): Fact => ({ ...fact, optional: true });

export const orNull = ({ good, bad }: Fact): Fact => ({
  good: [...good, null],
  bad: bad.filter((value) => value !== null),
});

/** One of these texts and no other. */
export const oneOf = (...values: readonly string[]): Fact => ({
  good: values,
  bad: ["other", "", ...notText],
});

/** These texts are known, and others may come. */
export const openSet = (...values: readonly string[]): Fact => ({
  good: [...values, "never heard of"],
  bad: notText,
  sets: [values],
});

const setsOf = (facts: readonly Fact[]): Pick<Fact, "sets"> => ({ sets: facts.flatMap(({ sets = [] }) => sets) });

/** Tells a variant from the others: another text may be another variant. */
export const tag = (value: string): Fact => ({ good: [value], bad: notText });

/** A text that never varies, and no other is allowed in its place. */
export const constant = (value: string): Fact => ({ good: [value], bad: ["SOMETHING_ELSE", ...notText] });

/** One of these, told apart by their JSON types: what is bad for one is bad unless its type is that of another. */
export const either = (...facts: readonly Fact[]): Fact => ({
  good: facts.flatMap(({ good }) => good),
  bad: facts.flatMap((fact) =>
    fact.bad.filter((value) =>
      facts.every((other) => other === fact || !other.good.some((good) => isAlike(good, value))),
    ),
  ),
  ...setsOf(facts),
});

/** Variants that are told apart by a tag: what is bad for one is not good for another. */
export const variants = (...facts: readonly Fact[]): Fact => ({
  good: facts.flatMap(({ good }) => good),
  bad: facts.flatMap(({ bad }) => bad),
  ...setsOf(facts),
});

export function list(item: Fact, { min = 0, max }: { readonly min?: number; readonly max?: number } = {}): Fact {
  const usual = item.good[0]!;
  const of = (length: number): Json => Array.from({ length }, () => usual);
  return {
    ...setsOf([item]),
    good: [of(Math.max(min, 1)), of(min), of(max ?? min + 3), ...item.good.map((value) => [usual, value])],
    bad: [
      "x",
      null,
      {},
      ...item.bad.map((value) => [usual, value]),
      ...(min > 0 ? [of(min - 1)] : []),
      ...(max === undefined ? [] : [of(max + 1)]),
    ],
  };
}

/** An object. Open ones take fields that nobody has heard of, closed ones refuse them. */
export function object(fields: Fields, openness: "open" | "closed" = "open"): Fact {
  const all = Object.fromEntries(Object.entries(fields).map(([name, { good }]) => [name, good[0]!]));
  const without = (names: readonly string[]): Json =>
    Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
  const names = Object.keys(fields);
  const droppable = names.filter((name) => fields[name]!.optional);
  const withField = (name: string, values: readonly Json[]): Json[] =>
    values.map((value) => ({ ...all, [name]: value }));
  const surplus: Json = { ...all, unheardOf: 1 };
  return {
    ...setsOf(Object.values(fields)),
    good: [
      all,
      without(droppable),
      ...droppable.map((name) => without([name])),
      ...names.flatMap((name) => withField(name, fields[name]!.good.slice(1))),
      ...(openness === "open" ? [surplus] : []),
    ],
    bad: [
      ...notObject,
      ...names.filter((name) => !droppable.includes(name)).map((name) => without([name])),
      ...names.flatMap((name) => withField(name, fields[name]!.bad)),
      ...(openness === "open" ? [] : [surplus]),
    ],
  };
}

const kindOf = (value: Json): string => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);
const isAlike = (one: Json, other: Json): boolean => kindOf(one) === kindOf(other);
