import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findings } from "../src/explain.js";
import { interpretDescription } from "../src/interpret.js";
import { valueAt } from "../src/pointer.js";
import { compileAndImport, contractOf, describing, judgeBody, readLibrary, same } from "./library.js";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

interface Case {
  readonly name: string;
  readonly schema: unknown;
  readonly schemas?: object;
  readonly good: readonly unknown[];
  readonly bad: readonly (readonly [value: unknown, places: readonly string[]])[];
}

const CASES: readonly Case[] = [
  {
    name: "recursion",
    schema: ref("Tree"),
    schemas: {
      Tree: {
        type: "object",
        required: ["name"],
        properties: { name: { type: "string" }, inner: { type: "array", items: ref("Tree") } },
      },
    },
    good: [{ name: "a" }, { name: "a", inner: [{ name: "b", inner: [{ name: "c", inner: [] }] }] }],
    bad: [[{ name: "a", inner: [{ name: "b", inner: [{ inner: [] }] }] }, ["/inner/0/inner/0/name"]]],
  },
  {
    name: "recursion through a union and through another schema",
    schema: ref("Left"),
    schemas: {
      Left: { type: "object", properties: { right: { anyOf: [ref("Right"), { type: "null" }] } } },
      Right: { type: "object", required: ["left"], properties: { left: ref("Left"), twin: ref("Twin") } },
      Twin: { type: "object", properties: { right: { anyOf: [ref("Right"), { type: "null" }] } } },
    },
    good: [{ right: { left: { right: null }, twin: { right: null } } }],
    bad: [[{ right: { left: { right: { left: 1 } }, twin: 1 } }, ["/right/left/right/left", "/right/twin"]]],
  },
  {
    name: "two equal schemas of a cycle",
    schema: ref("B"),
    schemas: {
      A: { type: "object", properties: { c: ref("C") } },
      B: { type: "object", properties: { c: ref("C") } },
      C: { type: "object", properties: { a: ref("A"), b: ref("B") } },
    },
    good: [{ c: { a: { c: {} }, b: { c: {} } } }],
    bad: [[{ c: { a: { c: 1 }, b: { c: 2 } } }, ["/c/a/c", "/c/b/c"]]],
  },
  {
    name: "keywords beside $ref",
    schema: { ...ref("Amount"), maximum: 10, description: "not much" },
    schemas: { Amount: { type: "number", minimum: 0 } },
    good: [0, 10],
    bad: [
      [11, [""]],
      [-1, [""]],
      ["5", [""]],
    ],
  },
  {
    name: "a nullable type",
    schema: { type: "object", properties: { a: { type: ["string", "null"] } } },
    good: [{ a: "x" }, { a: null }, {}],
    bad: [[{ a: 1 }, ["/a"]]],
  },
  {
    name: "const, of any type",
    schema: { type: "object", properties: { a: { const: "x" }, b: { const: { c: [1] } }, d: { const: null } } },
    good: [{ a: "x", b: { c: [1] }, d: null }],
    bad: [[{ a: "y", b: { c: [2] }, d: 0 }, ["/a", "/b", "/d"]]],
  },
  {
    name: "unevaluatedProperties over allOf and references",
    schema: { allOf: [ref("A"), { properties: { b: {} } }], unevaluatedProperties: false },
    schemas: { A: { type: "object", properties: { a: { type: "integer" } } } },
    good: [{ a: 1, b: 2 }],
    bad: [[{ a: 1, c: 2 }, ["/c"]]],
  },
  {
    name: "unevaluatedProperties beside a failed union, without blaming every property",
    schema: {
      properties: { at: {} },
      anyOf: [
        { required: ["x"], properties: { x: {} } },
        { required: ["y", "z"], properties: { y: {} } },
      ],
      unevaluatedProperties: false,
    },
    good: [{ at: 1, x: 1 }],
    bad: [[{ at: 1, y: 1 }, ["/z"]]],
  },
  {
    name: "if, then, else",
    schema: JSON.parse('{ "if": { "required": ["a"] }, "then": { "required": ["b"] }, "else": { "required": ["c"] } }'),
    good: [{ a: 1, b: 1 }, { c: 1 }],
    bad: [
      [{ a: 1 }, ["/b"]],
      [{ b: 1 }, ["/c"]],
    ],
  },
  {
    name: "names, dependencies and patterns of properties",
    schema: {
      type: "object",
      propertyNames: { maxLength: 3 },
      patternProperties: { "^n": { type: "integer" } },
      dependentRequired: { a: ["b"] },
      dependentSchemas: { c: { required: ["d"] } },
      maxProperties: 3,
    },
    good: [{ nnn: 1 }, { a: 1, b: 1 }, { c: 1, d: 1 }],
    bad: [
      [{ long: 1 }, ["/long"]],
      [{ longer: 1, a: 1, b: 1, longest: 1 }, ["", "/longer", "/longest"]],
      [{ n: "x" }, ["/n"]],
      [{ a: 1 }, ["/b"]],
      [{ c: 1 }, ["/d"]],
      [{ x: 1, y: 1, z: 1, u: 1 }, [""]],
    ],
  },
  {
    name: "lists",
    schema: {
      type: "array",
      prefixItems: [{ type: "string" }],
      items: { type: "integer" },
      contains: { const: 7 },
      uniqueItems: true,
    },
    good: [["a", 7]],
    bad: [
      [[1, 7], ["/0"]],
      [["a", "b", 7], ["/1"]],
      [["a", 1], [""]],
      [["a", 7, 7], [""]],
    ],
  },
  {
    name: "not, and a schema that is false",
    schema: { type: "object", not: { required: ["a"] }, properties: { b: false } },
    good: [{}],
    bad: [
      [{ a: 1 }, [""]],
      [{ b: 1 }, ["/b"]],
    ],
  },
  {
    name: "names that a JSON pointer escapes",
    schema: { type: "object", properties: { "a/b~c": { type: "integer" }, "%": { type: "integer" } } },
    good: [{ "a/b~c": 1 }],
    bad: [[{ "a/b~c": "x", "%": "y" }, ["/a~1b~0c", "/%"]]],
  },
  {
    name: "properties called like keywords",
    schema: {
      type: "object",
      properties: { $ref: { type: "string" }, properties: { type: "integer" }, $id: {}, anyOf: { type: "integer" } },
      required: ["$ref"],
      examples: [{ $id: "twice", $ref: "#/nowhere" }],
    },
    good: [{ $ref: "x", properties: 1, $id: "y" }],
    bad: [[{ properties: "x" }, ["/$ref", "/properties"]]],
  },
  {
    name: "a reference into another schema, with escapes",
    schema: { $ref: "#/components/schemas/A/properties/b~1c%20d" },
    schemas: { A: { properties: { "b/c d": { type: "integer" } } } },
    good: [1],
    bad: [["x", [""]]],
  },
  { name: "a schema that accepts all", schema: true, good: [1, null, {}], bad: [] },
];

describe("a schema with", () => {
  it.each(CASES)("$name is held to", async ({ schema, schemas = {}, good, bad }) => {
    const document = describing(schema, schemas);
    const compiled = await compileAndImport(document);
    const interpreted = interpretDescription(document);
    const check = compiled.operations[0]?.requestBody?.content[0]?.check ?? -1;
    const placesOf = (value: unknown) => {
      const found = same(findings(compiled, check, value), findings(interpreted, check, value));
      return found.map(({ place }) => place);
    };
    expect(good.map(placesOf)).toEqual(good.map(() => []));
    expect(bad.map(([value]) => placesOf(value).toSorted())).toEqual(bad.map(([, places]) => places.toSorted()));
  });

  it.each([
    ["date-time", ["2024-10-01T22:04:24.962583055Z", "2024-10-01T22:04:24Z", "2024-10-01T22:04:24+02:00"]],
    ["uuid", ["0193fbd8-2b0a-7c2e-8d4f-6a1b2c3d4e5f"]],
    ["date", ["2024-02-29"]],
    ["uri", ["https://library.example/a?b#c"]],
    ["email", ["a@library.example"]],
  ])("the format %s is held to", async (format, good) => {
    const contract = await contractOf(describing({ type: "object", properties: { a: { format } } }));
    for (const text of good) expect(judgeBody(contract, { a: text })).toEqual([]);
    for (const text of ["x y", "2023-02-29", "2024-10-01 22:04:24", ""]) {
      expect(judgeBody(contract, { a: text })).toEqual([expect.stringContaining(`(text of format ${format})`)]);
    }
  });

  it("a type beside the values it allows is not reported twice", async () => {
    const contract = await contractOf(describing({ properties: { a: { type: "string", enum: ["x", "y"] } } }));
    expect(judgeBody(contract, { a: 1 })).toEqual(['invalid-body /request/body/a: 1 (one of "x", "y")']);
  });

  it("a format that is not known is not checked", async () => {
    const contract = await contractOf(describing({ type: "object", properties: { a: { format: "isbn" } } }));
    expect(judgeBody(contract, { a: "x" })).toEqual([]);
  });

  it("never coerces a body", async () => {
    const contract = await contractOf(
      describing({ type: "object", properties: { a: { type: "integer" }, b: { type: "array" } } }),
    );
    expect(judgeBody(contract, { a: "1", b: 1 })).toHaveLength(2);
  });
});

describe("the explanation of a value", () => {
  it("is there exactly when the schema refuses the value, points into it, and is the same at both doors", async () => {
    const library = await compileAndImport(await readLibrary());
    const interpreted = interpretDescription(await readLibrary());
    const names = [
      "isbn",
      "title",
      "type",
      "name",
      "members",
      "errorName",
      "parameters",
      "above",
      "boards",
      "items",
      "at",
      "full",
    ];
    const plain = [null, 1, -2.5, true, "person", "club", "AlreadyThere", "978", "2024-10-01T22:04:24Z"];
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        fc.constantFrom(...plain),
        fc.dictionary(fc.constantFrom(...names), tie("value"), { maxKeys: 5 }),
        fc.array(tie("value"), { maxLength: 3 }),
      ),
    }));
    fc.assert(
      fc.property(value, (candidate) => {
        for (const [index, check] of library.checks.entries()) {
          const found = findings(library, index, candidate);
          expect(found.length === 0).toBe(check(candidate).length === 0);
          same(found, findings(interpreted, index, candidate));
          for (const finding of found) {
            expect(valueAt(candidate, finding.place)).toBe(finding.found);
            const parent = finding.place.slice(0, Math.max(0, finding.place.lastIndexOf("/")));
            expect(valueAt(candidate, parent)).toBeDefined();
            expect(finding.expected).not.toBe("");
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
