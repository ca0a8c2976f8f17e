import { beforeAll, describe, expect, it } from "vitest";
import type { Contract } from "../src/index.js";
import { contractOf, describing, judge, judgeBody, lines, readLibrary } from "./library.js";

const constant = (value: unknown) => ({ type: "string", const: value });
const REQUIRED = "(a value, as the property is required)";

describe("a value that fits no arm of a union", () => {
  let library: Contract;
  beforeAll(async () => {
    library = await contractOf(await readLibrary());
  });

  const problem = (body: object) => {
    const headers = new Headers({ "content-type": "application/problem+json" });
    return lines(library.checkResponse("addBook", { status: 409, headers, bodyText: JSON.stringify(body) }));
  };
  const owned = (owner: unknown) => {
    const headers = { "x-api-key": "k", cookie: "device=d" };
    return judge(library, { line: "POST /v1/books", headers, body: { isbn: "1", title: "t", owner } });
  };

  it("is explained by the arm whose constant it has, and by no other", () => {
    expect(problem({ errorName: "AlreadyThere", parameters: 1 })).toEqual([
      "invalid-body /response/body/parameters: 1 (object)",
    ]);
    expect(owned({ type: "club" })).toEqual([`invalid-body /request/body/owner/members: nothing ${REQUIRED}`]);
  });

  it("is explained at every depth", () => {
    expect(owned({ type: "club", members: [{ type: "person", name: "a" }, { type: "person" }, 1] })).toEqual([
      `invalid-body /request/body/owner/members/1/name: nothing ${REQUIRED}`,
      "invalid-body /request/body/owner/members/2: 1 (object)",
    ]);
  });

  it("is explained by the arm whose constant it has even if an open arm comes first and asks for as much", async () => {
    const open = {
      type: "object",
      required: ["name", "at"],
      properties: { name: { type: "string" }, at: { type: "null" } },
    };
    const named = { type: "object", properties: { name: constant("a"), at: { type: "integer" } } };
    const events = await contractOf(describing({ anyOf: [open, named] }));
    expect(judgeBody(events, { name: "a", at: "now" })).toEqual(['invalid-body /request/body/at: "now" (integer)']);
  });

  it("is explained by the open arm when its constant is unknown and there is one", () => {
    expect(problem({ errorName: "Flooded", parameters: "all" })).toEqual([
      'invalid-body /response/body/parameters: "all" (object)',
    ]);
  });

  it("is told all constants when every arm has one and none fits", () => {
    expect(owned({ type: "firm", name: "a" })).toEqual([
      'invalid-body /request/body/owner/type: "firm" (one of "person", "club")',
    ]);
    expect(owned({ name: "a" })).toEqual(['invalid-body /request/body/owner/type: nothing (one of "person", "club")']);
  });

  it("is told the types when it is of none", () => {
    expect(owned("Michael")).toEqual(['invalid-body /request/body/owner: "Michael" (object)']);
    expect(owned([])).toEqual(["invalid-body /request/body/owner: array of 0 items (object)"]);
  });

  it("is explained by the arm with the most required properties when there are no constants", async () => {
    const text = { type: "string" };
    const circle = { type: "object", required: ["x", "radius"], properties: { radius: { type: "number" } } };
    const box = { type: "object", required: ["x", "width", "height"], properties: { width: text, height: text } };
    const shapes = await contractOf(describing({ oneOf: [circle, box] }));
    expect(judgeBody(shapes, { x: 1, width: "1" })).toEqual([`invalid-body /request/body/height: nothing ${REQUIRED}`]);
    expect(judgeBody(shapes, { x: 1, radius: "1" })).toEqual(['invalid-body /request/body/radius: "1" (number)']);
  });

  it("is not explained by an arm of another type", async () => {
    const point = { type: "object", properties: { x: { type: "integer" }, y: { type: "integer" } } };
    const places = await contractOf(describing({ anyOf: [{ type: "string" }, point] }));
    expect(judgeBody(places, { x: "1", y: "2" })).toEqual([
      'invalid-body /request/body/x: "1" (integer)',
      'invalid-body /request/body/y: "2" (integer)',
    ]);
  });

  it("names every arm in one line when it is a plain value", async () => {
    const arms = [{ type: "integer", minimum: 1 }, { enum: ["all", "none"] }, { type: "null" }];
    const limit = await contractOf(describing({ anyOf: arms }));
    expect(judgeBody(limit, null)).toEqual([]);
    expect(judge(limit, { line: "POST /", headers: { "content-type": "application/json" }, body: '"some"' })).toEqual([
      'invalid-body /request/body: "some" (integer or one of "all", "none" or null)',
    ]);
    expect(judgeBody(limit, 0)).toEqual([
      'invalid-body /request/body: 0 (a number >= 1 or one of "all", "none" or null)',
    ]);
  });

  it("keeps the complaints of keywords beside the union", async () => {
    const arms = [{ required: ["a"] }, { required: ["b"] }];
    const beside = await contractOf(describing({ type: "object", required: ["c"], anyOf: arms }));
    expect(judgeBody(beside, {})).toEqual([
      `invalid-body /request/body/a: nothing ${REQUIRED}`,
      `invalid-body /request/body/c: nothing ${REQUIRED}`,
    ]);
  });

  it("finds constants behind references and in allOf", async () => {
    const schemas = {
      Kind: constant("b"),
      Base: { type: "object", properties: { kind: { $ref: "#/components/schemas/Kind" } } },
      B: { allOf: [{ $ref: "#/components/schemas/Base" }], required: ["kind", "size"] },
      A: { type: "object", required: ["kind"], properties: { kind: { enum: ["a"] } } },
    };
    const refs = [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }];
    const kinds = await contractOf(describing({ oneOf: refs }, schemas));
    expect(judgeBody(kinds, { kind: "b" })).toEqual([`invalid-body /request/body/size: nothing ${REQUIRED}`]);
    expect(judgeBody(kinds, { kind: "c" })).toEqual(['invalid-body /request/body/kind: "c" (one of "a", "b")']);
  });
});

describe("a value that fits two arms of a oneOf", () => {
  it("is told which", async () => {
    const numbers = await contractOf(describing({ oneOf: [{ type: "string" }, { minimum: 1 }, { maximum: 9 }] }));
    expect(judgeBody(numbers, 5)).toEqual([
      "invalid-body /request/body: 5 (exactly one of 3 alternatives (numbers 2 and 3 match))",
    ]);
  });
});

describe("an open arm", () => {
  const named = {
    type: "object",
    required: ["name", "code", "at"],
    properties: { name: constant("a"), code: constant("A"), at: { type: "integer" } },
  };
  const open = { type: "object", required: ["name"], properties: { name: { type: "string" }, code: {} } };
  const other = { ...named, properties: { name: constant("b"), code: constant("A"), at: { type: "integer" } } };

  it.each(["anyOf", "oneOf"])("of %s leaves a value to the arm whose constant it has", async (keyword) => {
    const errors = await contractOf(describing({ [keyword]: [named, { ...open, "x-open-arm": "name" }] }));
    expect(judgeBody(errors, { name: "a", code: "A", at: 1 })).toEqual([]);
    expect(judgeBody(errors, { name: "c", code: "A" })).toEqual([]);
    expect(judgeBody(errors, { name: "a", code: "A" })).toEqual([`invalid-body /request/body/at: nothing ${REQUIRED}`]);
    expect(judgeBody(errors, { name: "a", code: "B", at: 1 })).toEqual(['invalid-body /request/body/code: "B" ("A")']);
    expect(judgeBody(errors, { name: 1 })).toEqual(["invalid-body /request/body/name: 1 (string)"]);
  });

  it("takes any value that no other arm names, whatever the other constants are", async () => {
    const errors = await contractOf(describing({ anyOf: [{ ...open, "x-open-arm": "name" }, named, other] }));
    expect(judgeBody(errors, { name: "c", code: "A", at: "now" })).toEqual([]);
    expect(judgeBody(errors, { name: "b", code: "A", at: "now" })).toEqual([
      'invalid-body /request/body/at: "now" (integer)',
    ]);
  });

  it("leaves a value to each of the arms that share a constant", async () => {
    const twin = { type: "object", required: ["name", "by"], properties: { name: constant("a") } };
    const errors = await contractOf(describing({ anyOf: [named, twin, { ...open, "x-open-arm": "name" }] }));
    expect(judgeBody(errors, { name: "a", by: 1 })).toEqual([]);
    expect(judgeBody(errors, { name: "a", code: "A", at: 1 })).toEqual([]);
    expect(judgeBody(errors, { name: "a", code: "C" })).toHaveLength(1);
  });

  it("is open in one union and a schema like any other elsewhere", async () => {
    const schemas = { Open: { ...open, "x-open-arm": "name" }, Named: named };
    const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
    const properties = { any: { anyOf: [ref("Named"), ref("Open")] }, plain: ref("Open") };
    const errors = await contractOf(describing({ type: "object", properties }, schemas));
    expect(judgeBody(errors, { any: { name: "c" }, plain: { name: "a" } })).toEqual([]);
    expect(judgeBody(errors, { any: { name: "a", code: "A" } })).toEqual([
      `invalid-body /request/body/any/at: nothing ${REQUIRED}`,
    ]);
  });

  it("takes a value that lacks the property", async () => {
    const lax = { type: "object", properties: { name: { type: "string" } }, "x-open-arm": "name" };
    const errors = await contractOf(describing({ anyOf: [named, lax] }));
    expect(judgeBody(errors, {})).toEqual([]);
  });

  it("without the extension accepts whatever it describes, as JSON Schema has it", async () => {
    const errors = await contractOf(describing({ anyOf: [named, open] }));
    expect(judgeBody(errors, { name: "a", code: "B" })).toEqual([]);
  });
});
