import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contractOf, loadDescriptions, type Document } from "../support/descriptions.ts";
import { arbitraryOf, type SchemaHome } from "./arbitrary-of.ts";
import type { Json, Schema } from "./schema.ts";

const descriptions = await loadDescriptions();

/** A description whose operations answer with one schema of the document each, so that the engine can judge values. */
function answeringWith(document: Document, names: readonly string[]): object {
  const answer = (name: string): object => {
    const schema = { $ref: `#/components/schemas/${name}` };
    const responses = { 200: { description: name, content: { "application/json": { schema } } } };
    return { get: { operationId: name, responses } };
  };
  const paths = Object.fromEntries(names.map((name) => [`/${name}`, answer(name)]));
  return { openapi: "3.1.0", info: { title: "schemas", version: "1" }, paths, components: document.components };
}

describe.each(descriptions)("$api", async ({ document }) => {
  const names = Object.keys(document.components.schemas);
  const contract = await contractOf(answeringWith(document, names));

  test.each(names)("values drawn for %s obey it", (name) => {
    const values = arbitraryOf({ $ref: `#/components/schemas/${name}` }, document);
    fc.assert(
      fc.property(values, (value) => {
        const response = {
          status: 200,
          headers: new Headers({ "content-type": "application/json" }),
          bodyText: JSON.stringify(value),
        };
        expect(contract.checkResponse(name, response)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

const nowhere: SchemaHome = { components: { schemas: {} } };

/** Is a value with this quality among those that are drawn? */
function draws(schema: Schema, quality: (value: never) => boolean): boolean {
  return fc
    .sample(arbitraryOf(schema, nowhere) as fc.Arbitrary<never>, { numRuns: 1000, seed: 7 })
    .some((value) => quality(value));
}

describe("what is drawn goes to the limits of a schema:", () => {
  const named: Schema = { type: "object", required: ["id"], properties: { id: { type: "integer" }, note: {} } };
  const has = (name: string) => (value: object) => Object.hasOwn(value, name);

  test.each<[string, Schema, (value: never) => boolean]>([
    ["the smallest number", { type: "integer", minimum: -3 }, (value) => value === -3],
    ["the largest number", { type: "integer", maximum: 8 }, (value) => value === 8],
    ["the largest number of 32 bits", { type: "integer", format: "int32" }, (value) => value === 2 ** 31 - 1],
    ["the largest safe number", { type: "integer" }, (value) => value === Number.MAX_SAFE_INTEGER],
    ["the empty text", { type: "string" }, (value) => value === ""],
    ["the shortest text", { type: "string", minLength: 2 }, (value: string) => [...value].length === 2],
    ["the longest text", { type: "string", maxLength: 30 }, (value: string) => value.length === 30],
    ["text beyond 16 bits", { type: "string" }, (value: string) => /[\u{10000}-\u{10ffff}]/u.test(value)],
    ["the empty array", { type: "array", items: {} }, (value: Json[]) => value.length === 0],
    ["the fullest array", { type: "array", items: {}, maxItems: 50 }, (value: Json[]) => value.length === 50],
    ["null, where it may be", { type: ["string", "null"] }, (value) => value === null],
    ["every value of a set", { type: "string", enum: ["a", "b"] }, (value) => value === "b"],
    ["a known value of an open set", { type: "string", "x-extensible-enum": ["a"] }, (value) => value === "a"],
    ["an unknown value of an open set", { type: "string", "x-extensible-enum": ["a"] }, (value) => value !== "a"],
    ["every arm of a union", { anyOf: [{ type: "boolean" }, { type: "integer" }] }, (value) => value === true],
    ["a property that is absent", named, (value: object) => !has("note")(value)],
    ["a property that may be absent", named, has("note")],
    [
      "a field that no one knows",
      named,
      (value: object) => Object.keys(value).some((name) => !/^(id|note)$/.test(name)),
    ],
    ["a field named __proto__", named, has("__proto__")],
    ["a leap day", { type: "string", format: "date-time" }, (value: string) => value.startsWith("2024-02-29")],
    ["nine fractional digits", { type: "string", format: "date-time" }, (value: string) => /\.\d{9}Z$/.test(value)],
    ["another time zone", { type: "string", format: "date-time" }, (value: string) => /[+-]\d\d:\d\d$/.test(value)],
  ])("%s", (_, schema, quality) => {
    expect(draws(schema, quality)).toBe(true);
  });

  test("and not beyond: an open arm leaves to the others what they name", () => {
    const named: Schema = {
      type: "object",
      required: ["n"],
      properties: { n: { const: "" } },
      additionalProperties: false,
    };
    const other: Schema = { type: "object", required: ["n"], properties: { n: { type: "string" } } };
    const isTakenAway = (value: { readonly n: string }): boolean => value.n === "" && Object.keys(value).length > 1;
    expect(draws({ anyOf: [named, other] }, isTakenAway)).toBe(true);
    expect(draws({ anyOf: [named, { ...other, "x-open-arm": "n" }] }, isTakenAway)).toBe(false);
  });

  test("and not beyond: no unknown field in a closed object", () => {
    expect(draws({ ...named, additionalProperties: false }, (value: object) => !has("id")(value))).toBe(false);
    const isOpen = (value: object): boolean => Object.keys(value).some((name) => name !== "id" && name !== "note");
    expect(draws({ ...named, additionalProperties: false }, isOpen)).toBe(false);
  });
});

describe("a schema that says more than is understood is refused:", () => {
  test.each<[string, object]>([
    ["patternProperties", { type: "object", patternProperties: {} }],
    ["allOf", { allOf: [{ type: "string" }] }],
    ["type", { anyOf: [{ type: "string" }], type: "string" }],
    ["minLength", { $ref: "#/components/schemas/A", minLength: 1 }],
    ["additionalProperties", { type: "object", additionalProperties: { type: "string" } }],
    ["hostname", { type: "string", format: "hostname" }],
    ["int64", { type: "integer", format: "int64" }],
    ["number", { type: "number" }],
    ["length", { type: "string", pattern: "^a", minLength: 3 }],
    ["leads nowhere", { $ref: "#/components/schemas/A" }],
  ])("%s", (word, schema) => {
    expect(() => arbitraryOf(schema, nowhere)).toThrow(word);
  });

  test("one that holds itself", () => {
    const home: SchemaHome = {
      components: { schemas: { A: { type: "array", items: { $ref: "#/components/schemas/A" } } } },
    };
    expect(() => arbitraryOf({ $ref: "#/components/schemas/A" }, home)).toThrow("holds itself");
  });
});

test("a failure shrinks to the smallest value that shows it", () => {
  const schema: Schema = {
    type: "object",
    required: ["rows"],
    properties: { rows: { type: "array", items: { type: "string" } }, note: { type: "string" } },
  };
  const rowsOf = (value: Json): readonly Json[] => (value as { readonly rows: readonly Json[] }).rows;
  const found = fc.check(
    fc.property(arbitraryOf(schema, nowhere), (value) => rowsOf(value).every((row) => row !== "")),
    { numRuns: 1000 },
  );
  expect(found.counterexample).toEqual([{ rows: [""] }]);
});
