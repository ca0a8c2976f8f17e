import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { compileDescription, DescriptionError } from "../src/compile.js";
import { createContract } from "../src/index.js";
import { interpretDescription } from "../src/interpret.js";
import { compileAndImport, describing, readLibrary } from "./library.js";

const run = promisify(execFile);

describe("a compiled module", () => {
  it("is the same text for the same document", async () => {
    const first = await compileDescription(await readLibrary());
    expect(await compileDescription(await readLibrary())).toBe(first);
  });

  it("does not change the document", async () => {
    const document = await readLibrary();
    await compileDescription(document);
    expect(document).toEqual(await readLibrary());
  });

  it("says what it is made of, and nothing of the machine that made it", async () => {
    const source = await compileDescription(await readLibrary());
    expect(source.split("\n", 1)).toEqual([
      '// Checks for Lending library 1.2.0, written by "contract compile". Do not edit.',
    ]);
    expect(source.includes("node_modules") || source.includes(process.cwd())).toBe(false);
  });

  it("imports nothing and evaluates nothing", async () => {
    const source = await compileDescription(await readLibrary());
    expect(/\bimport\b|\beval\b|new Function/.exec(source)?.[0]).toBeUndefined();
  });

  it("works in a plain Node process that forbids code from strings", async () => {
    const folder = await mkdtemp(join(tmpdir(), "contract-"));
    try {
      await writeFile(join(folder, "checks.mjs"), await compileDescription(await readLibrary()));
      const script = [
        'import checks from "./checks.mjs";',
        "let forbidden = false;",
        'try { new Function("return 1")(); } catch { forbidden = true; }',
        "const check = checks.operations.find(({ id }) => id === 'addBook').requestBody.content[0].check;",
        "const errors = checks.checks[check]({ isbn: '978-3', title: '', authors: ['a', 'a'] });",
        "console.log(JSON.stringify([forbidden, errors.map((error) => error.keyword)]));",
      ];
      await writeFile(join(folder, "main.mjs"), script.join("\n"));
      const { stdout } = await run(process.execPath, ["--disallow-code-generation-from-strings", "main.mjs"], {
        cwd: folder,
      });
      expect(JSON.parse(stdout)).toEqual([true, ["minLength", "uniqueItems"]]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("of another format is refused by name", async () => {
    const compiled = await compileAndImport(await readLibrary());
    expect(() => createContract({ ...compiled, format: 2 as 1 })).toThrow(/Compiled format 2 is not 1/);
  });

  it("is made of a description without any schema, too", async () => {
    const document = { openapi: "3.1.1", info: { title: "", version: "" }, paths: {} };
    expect((await compileAndImport(document)).checks).toEqual([]);
  });
});

type Change = (document: Record<string, Record<string, unknown>>) => unknown;

const FAULTS: readonly (readonly [name: string, change: Change, message: string])[] = [
  ["no version", (d) => delete d["openapi"], "The document must be OpenAPI 3.1, and says nothing"],
  ["OpenAPI 3.0", (d) => Object.assign(d, { openapi: "3.0.3" }), 'The document must be OpenAPI 3.1, and says "3.0.3"'],
  [
    "another dialect",
    (d) => Object.assign(d, { jsonSchemaDialect: "http://json-schema.org/draft-07/schema#" }),
    "#/jsonSchemaDialect must be the dialect of OpenAPI 3.1 or JSON Schema 2020-12",
  ],
  [
    "a reference to nothing",
    (d) => Object.assign(schemaOf(d), { $ref: "#/components/schemas/Gone" }),
    '#/paths/~1/post/requestBody/content/application~1json/schema refers to "#/components/schemas/Gone", which does not exist',
  ],
  [
    "a reference to another file",
    (d) => Object.assign(schemaOf(d), { $ref: "book.json" }),
    '#/paths/~1/post/requestBody/content/application~1json/schema refers to "book.json", ' +
      "outside of the document: bundle the description first",
  ],
  [
    "a reference to itself alone",
    (d) => Object.assign(schemaOf(d), { $ref: "#/components/schemas/Loop" }),
    '#/paths/~1/post/requestBody/content/application~1json/schema refers to itself through "#/components/schemas/Loop"',
  ],
  [
    "a schema that leads back to itself for the same value",
    (d) =>
      Object.assign(schemaOf(d), {
        allOf: [{ if: true, else: { $ref: "#/paths/~1/post/requestBody/content/application~1json/schema" } }],
      }),
    "#/paths/~1/post/requestBody/content/application~1json/schema refers to itself, for the same value and so without an end",
  ],
  [
    "a misspelt type",
    (d) => Object.assign(schemaOf(d), { properties: { a: { type: "strng" } } }),
    "#/paths/~1/post/requestBody/content/application~1json/schema/properties/a/type must be one of " +
      "array, boolean, integer, null, number, object, string, or a list of these",
  ],
  [
    "a required flag inside a property",
    (d) => Object.assign(schemaOf(d), { properties: { a: { required: true } } }),
    "#/paths/~1/post/requestBody/content/application~1json/schema/properties/a/required must be a list of different names",
  ],
  [
    "a pattern that is none",
    (d) => Object.assign(schemaOf(d), { pattern: "(" }),
    "#/paths/~1/post/requestBody/content/application~1json/schema has a pattern that is no regular expression: (",
  ],
  [
    "a schema that is none",
    (d) => Object.assign(schemaOf(d), { items: 1 }),
    "#/paths/~1/post/requestBody/content/application~1json/schema/items must be a schema",
  ],
  [
    "a union that is no list",
    (d) => Object.assign(schemaOf(d), { anyOf: {} }),
    "#/paths/~1/post/requestBody/content/application~1json/schema/anyOf must be a list of schemas",
  ],
  [
    "an identifier of its own",
    (d) => Object.assign(schemaOf(d), { $id: "https://library.example/schema" }),
    '#/paths/~1/post/requestBody/content/application~1json/schema uses "$id", which is not supported',
  ],
  [
    "an open arm that names no property",
    (d) => Object.assign(schemaOf(d), { anyOf: [{ "x-open-arm": true }] }),
    '#/paths/~1/post/requestBody/content/application~1json/schema/anyOf/0 has an "x-open-arm" that is no name of a property',
  ],
  [
    "an open arm beside no arm with a constant",
    (d) => Object.assign(schemaOf(d), { anyOf: [{ "x-open-arm": "kind" }, { required: ["kind"] }] }),
    '#/paths/~1/post/requestBody/content/application~1json/schema/anyOf/0 is open in "kind", ' +
      "to which no other arm of the union gives a constant",
  ],
  [
    "an unknown security scheme",
    (d) => Object.assign(operationOf(d), { security: [{ key: [] }] }),
    '#/paths/~1/post asks for the security scheme "key", which does not exist',
  ],
  [
    "a security scheme of an unknown type",
    (d) => Object.assign(d["components"]!, { securitySchemes: { key: { type: "secret" } } }),
    '#/components/securitySchemes/key has the unknown type "secret"',
  ],
  [
    "a path parameter without description",
    (d) => Object.assign(d["paths"]!, { "/{id}": { get: { responses: {} } } }),
    '#/paths/~1{id}/get does not describe the path parameter "id"',
  ],
  [
    "a style that its place cannot have",
    (d) => Object.assign(operationOf(d), { parameters: [{ name: "a", in: "query", style: "matrix" }] }),
    '#/paths/~1/post/parameters/0 has the style "matrix"; ' +
      "what is in query can have form, spaceDelimited, pipeDelimited, deepObject",
  ],
  [
    "a parameter without a place",
    (d) => Object.assign(operationOf(d), { parameters: [{ name: "a" }] }),
    "#/paths/~1/post/parameters/0 must have a name and be in path, query, header or cookie",
  ],
  [
    "a status that is none",
    (d) => Object.assign(operationOf(d), { responses: { ok: {} } }),
    "#/paths/~1/post/responses/ok must be a status code, a range such as 4XX, or default",
  ],
  [
    "two operations of one id",
    (d) => Object.assign(d["paths"]!, { "/b": { get: { operationId: "take", responses: {} } } }),
    '#/paths has two operations with the id "take"',
  ],
  [
    "two templates for one path",
    (d) => {
      const parameters = ["a", "b"].map((name) => ({ name, in: "path", required: true }));
      return Object.assign(d["paths"]!, {
        "/{a}": { parameters, get: { responses: {} } },
        "/{b}": { parameters, get: { responses: {} } },
      });
    },
    "#/paths has two operations that answer to GET /{b}",
  ],
];

describe("a description with", () => {
  it.each(FAULTS)("%s is refused at both doors, naming the place", async (_, change, message) => {
    const document = describing(
      {},
      { Loop: { $ref: "#/components/schemas/Pool" }, Pool: { $ref: "#/components/schemas/Loop" } },
    );
    change(document as Record<string, Record<string, unknown>>);
    const refusals = await Promise.all(
      [compileDescription, interpretDescription].map(async (door) => {
        try {
          return await door(document);
        } catch (error) {
          return error;
        }
      }),
    );
    for (const refusal of refusals) {
      expect(refusal).toBeInstanceOf(DescriptionError);
      expect((refusal as Error).message).toBe(message);
    }
  });
});

function operationOf(document: Record<string, Record<string, unknown>>): object {
  return (document["paths"]!["/"] as Record<string, object>)["post"]!;
}

function schemaOf(document: Record<string, Record<string, unknown>>): object {
  const { requestBody } = operationOf(document) as { requestBody: { content: Record<string, { schema: object }> } };
  return requestBody.content["application/json"]!.schema;
}
