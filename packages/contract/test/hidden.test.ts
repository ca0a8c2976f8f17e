import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contractOf, describing, judge, judgeBody, lines } from "./library.js";

const marked = (mark: object, schema: object = { type: "string" }) => ({ ...schema, ...mark });
const PERSONAL = { "x-personal-data": true };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

describe("a value that the description marks is never shown,", () => {
  it.each([
    ["personal data", PERSONAL],
    ["a password", { format: "password" }],
    ["what is only ever written", { writeOnly: true }],
  ])("%s", async (_, mark) => {
    const contract = await contractOf(
      describing({ type: "object", properties: { a: marked(mark), b: { type: "string" } } }),
    );
    expect(judgeBody(contract, { a: 5551234, b: 5551234 })).toEqual([
      "invalid-body /request/body/a: [hidden integer] (string)",
      "invalid-body /request/body/b: 5551234 (string)",
    ]);
  });

  const Marked = marked(PERSONAL, { type: "integer" });
  const PLACES: readonly (readonly [string, object, unknown, string])[] = [
    ["behind a reference", { properties: { a: ref("Marked") } }, { a: "s3cret" }, "/a"],
    ["beside a reference", { properties: { a: { ...ref("Plain"), ...PERSONAL } } }, { a: "s3cret" }, "/a"],
    [
      "in allOf",
      { allOf: [{ properties: { a: Marked } }], properties: { a: { minLength: 9 } } },
      { a: "s3cret" },
      "/a",
    ],
    ["in an arm that it does not fit", { properties: { a: { anyOf: [Marked, { const: 1 }] } } }, { a: "s3cret" }, "/a"],
    ["by a condition", { if: { properties: { a: Marked } }, properties: { a: { const: 1 } } }, { a: "s3cret" }, "/a"],
    ["in another schema by a name", { dependentSchemas: { a: { properties: { a: Marked } } } }, { a: "s3cret" }, "/a"],
    ["in a list", { properties: { a: { items: Marked } } }, { a: [1, "s3cret"] }, "/a/1"],
    ["at one place of a list", { properties: { a: { prefixItems: [{}, Marked] } } }, { a: [1, "s3cret"] }, "/a/1"],
    ["under any other name", { additionalProperties: Marked }, { a: "s3cret" }, "/a"],
    [
      "under a name of a pattern",
      { properties: { a: { type: "null" } }, patternProperties: { "^a": Marked } },
      { a: "s3cret" },
      "/a",
    ],
    [
      "inside of a name of a pattern, beside what the name itself has inside",
      {
        properties: { a: { properties: { b: Marked } } },
        patternProperties: { "^a": { properties: { c: Marked } } },
      },
      { a: { c: "s3cret" } },
      "/a/c",
    ],
    [
      "inside of a marked object",
      { properties: { a: { ...PERSONAL, properties: { b: { type: "integer" } } } } },
      { a: { b: "s3cret" } },
      "/a/b",
    ],
    ["at every depth of a recursion", ref("Tree"), { inner: [{ inner: [{ a: "s3cret" }] }] }, "/inner/0/inner/0/a"],
  ];

  it.each(PLACES)("marked %s", async (_, schema, body, place) => {
    const Tree = { type: "object", properties: { inner: { type: "array", items: ref("Tree") }, a: Marked } };
    const contract = await contractOf(describing(schema, { Marked, Plain: { type: "integer" }, Tree }));
    const found = judgeBody(contract, body);
    expect(found.join("\n")).not.toContain("s3cret");
    expect(found).toContainEqual(expect.stringContaining(`invalid-body /request/body${place}: [hidden string] (`));
  });

  it("nor is the text of a body that is no JSON, where something in it would be marked", async () => {
    const body = '{"a": "s3cret"';
    const call = { line: "POST /", headers: { "content-type": "application/json" }, body };
    const hiding = await contractOf(describing({ properties: { a: Marked } }));
    expect(judge(hiding, call)).toEqual(["unreadable-body /request/body: text of 14 characters (JSON)"]);
    const plain = await contractOf(describing({ properties: { a: {} } }));
    expect(judge(plain, call)).toEqual([String.raw`unreadable-body /request/body: "{\"a\": \"s3cret\"" (JSON)`]);
  });

  it("in parameters and headers as little as in bodies", async () => {
    const header = { schema: Marked };
    const parameters = ["path", "query", "header", "cookie"].map((where) => ({
      name: `X-${where}`,
      in: where,
      schema: Marked,
    }));
    const filter = {
      name: "filter",
      in: "query",
      style: "deepObject",
      schema: { type: "object", properties: { who: Marked } },
    };
    const responses = { "204": { description: "", headers: { "X-Answer": header } } };
    const get = { operationId: "get", parameters: [...parameters, filter], responses };
    const contract = await contractOf({
      openapi: "3.1.0",
      info: { title: "", version: "" },
      paths: { "/{X-path}": { get } },
    });
    const headers = { "x-header": "s3cret", cookie: "X-cookie=s3cret" };
    const found = [
      ...judge(contract, { line: "GET /s3cret?X-query=s3cret&filter[who]=s3cret", headers }),
      ...judge(contract, { line: "GET /s3cret%ff" }),
      ...lines(contract.checkResponse("get", { status: 204, headers: new Headers({ "x-answer": "s3cret" }) })),
    ];
    expect(found).toEqual([
      "invalid-parameter /request/path/X-path: [hidden string] (integer)",
      "invalid-parameter /request/query/X-query: [hidden string] (integer)",
      "invalid-parameter /request/header/X-header: [hidden string] (integer)",
      "invalid-parameter /request/cookie/X-cookie: [hidden string] (integer)",
      "invalid-parameter /request/query/filter/who: [hidden string] (integer)",
      "invalid-parameter /request/path/X-path: [hidden string] (percent-encoded UTF-8)",
      "invalid-header /response/header/X-Answer: [hidden string] (integer)",
    ]);
  });

  it("whatever the message is", async () => {
    const Person = {
      type: "object",
      required: ["id", "name"],
      properties: { id: { type: "integer" }, name: Marked, friends: { type: "array", items: ref("Person") } },
      additionalProperties: ref("Marked"),
    };
    const contract = await contractOf(describing(ref("Person"), { Person, Marked }));
    const { person } = fc.letrec((tie) => ({
      person: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom(1, null),
        fc.record(
          {
            id: fc.constantFrom(1, "id"),
            name: fc.constant("s3cret"),
            friends: fc.array(tie("person"), { maxLength: 3 }),
            other: fc.constant("s3cret"),
          },
          { requiredKeys: [] },
        ),
      ),
    }));
    fc.assert(fc.property(person, (body) => !judgeBody(contract, body).join("\n").includes("s3cret")));
  });
});
