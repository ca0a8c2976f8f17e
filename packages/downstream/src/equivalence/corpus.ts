// Messages to judge: the examples of the description, values made from its schemas, and both of these with one thing wrong
// at a time. Made from the 3.1 document alone; whether a message is right is for the judges to say.
import { generate } from "json-schema-faker";
import type { Message } from "./judges.ts";
import { formsOf, type Node } from "./parts.ts";

export interface Case extends Message {
  /** Where it comes from, for whoever reads of a disagreement. */
  readonly origin: string;
}

const GENERATED_PER_PART = 6;

export async function corpusOf(document: Node): Promise<Case[]> {
  const cases: Case[] = [];
  for (const { name: form, parts } of formsOf(document)) {
    const values = new Map<string, unknown[]>();
    for (const { name, pointer } of parts)
      values.set(name, [...examplesAt(document, pointer), ...(await made(document, pointer))]);
    const first = Object.fromEntries(parts.map(({ name }) => [name, values.get(name)?.[0]]));
    cases.push({ form, values: first, origin: "first of each part" }, { form, values: {}, origin: "nothing" });
    for (const { name } of parts) {
      const { [name]: _, ...others } = first;
      cases.push({ form, values: others, origin: `without ${name}` });
      for (const value of values.get(name) ?? []) {
        cases.push({ form, values: { ...first, [name]: value }, origin: `${name} as example or generated` });
        for (const [what, wrong] of spoilt(value))
          cases.push({ form, values: { ...first, [name]: wrong }, origin: `${name} ${what}` });
      }
    }
  }
  return [...new Map(cases.map((one) => [JSON.stringify([one.form, one.values]), one])).values()];
}

/** The examples beside a schema, of a media type, a parameter or a header. */
function examplesAt(document: Node, pointer: string): unknown[] {
  const { example, examples } = at(document, pointer.slice(0, pointer.lastIndexOf("/"))) as {
    readonly example?: unknown;
    readonly examples?: Readonly<Record<string, { readonly $ref?: string; readonly value?: unknown }>>;
  };
  const named = Object.values(examples ?? {}).map((one) =>
    one.$ref === undefined ? one.value : (at(document, one.$ref.slice(1)) as { readonly value: unknown }).value,
  );
  return example === undefined ? named : [example, ...named];
}

/** Made from the schema, the same ones every time. */
function made(document: Node, pointer: string): Promise<unknown[]> {
  const schema = { ...document, $ref: `#${pointer}` };
  return Promise.all(
    Array.from({ length: GENERATED_PER_PART }, (_, seed) => generate(schema, { seed, optionalsProbability: seed / 5 })),
  );
}

/** One thing wrong, or at least other, at every place of a value. */
function* spoilt(value: unknown, place = ""): Generator<readonly [string, unknown]> {
  for (const [what, other] of [
    ["null", null],
    ["a number", -1],
    ["a fraction", 0.5],
    ["a truth", true],
    ["an empty text", ""],
    ["a text", "other"],
    ["an empty list", []],
    ["an empty object", {}],
  ] as const)
    yield [`with ${what} at "${place}"`, other];
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      for (const [what, other] of spoilt(item, `${place}/${index}`)) yield [what, value.with(index, other)];
    if (value.length > 0)
      yield [`sixty times as long at "${place}"`, Array.from({ length: 60 }, () => value[0] as unknown)];
  } else if (typeof value === "object" && value !== null) {
    yield [`with an unknown property at "${place}"`, { ...value, "not-known": 1 }];
    for (const [key, item] of Object.entries(value)) {
      yield [`without "${place}/${key}"`, Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))];
      for (const [what, other] of spoilt(item, `${place}/${key}`)) yield [what, { ...value, [key]: other }];
    }
  }
}

function at(document: Node, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((node, key) => (node as Node)[key.replaceAll("~1", "/").replaceAll("~0", "~")], document);
}
