import { beforeAll, describe, expect, it } from "vitest";
import type { Contract } from "../src/index.js";
import { contractOf, judge, readLibrary } from "./library.js";

/** A description with one operation, `GET /{id}`, and the given query parameters. */
function taking(...parameters: readonly object[]): object {
  const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
  const operation = { operationId: "take", parameters: [id, ...parameters], responses: { "204": { description: "" } } };
  return { openapi: "3.1.0", info: { title: "", version: "" }, paths: { "/{id}": { get: operation } } };
}

describe("text of parameters", () => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await contractOf(await readLibrary());
  });

  it.each([
    ["tag=1&tag=2", []],
    ["tag=1", []],
    ["tag=1&tag=two", ['invalid-parameter /request/query/tag/1: "two" (integer)']],
    ["tag=1&tag=2&tag=3", ["invalid-parameter /request/query/tag: array of 3 items (at most 2 items)"]],
    ["shelf=ab|cd", []],
    ["shelf=ab|c", ['invalid-parameter /request/query/shelf/1: "c" (at least 2 characters)']],
    ["filter[year]=1973&filter[lent]=false", []],
    ["filter[year]=old", ['invalid-parameter /request/query/filter/year: "old" (integer)']],
    ["filter[colour]=red", ['invalid-parameter /request/query/filter/colour: "red" (no property of this name)']],
    ['where={"city":"Rome"}', []],
    ["where={}", ["invalid-parameter /request/query/where/city: nothing (a value, as the property is required)"]],
    ["where=Rome", ['invalid-parameter /request/query/where: "Rome" (object)']],
    ["limit=5", []],
    ["limit=all", []],
    ["limit=some", ['invalid-parameter /request/query/limit: "some" (integer or "all")']],
    ["since=2024-10-01T22:04:24.962583055Z", []],
    ["since=2024-10-01", ['invalid-parameter /request/query/since: "2024-10-01" (text of format date-time)']],
    ["available=", ['invalid-parameter /request/query/available: "" (boolean)']],
  ] as const)("reads ?%s as its schema says", (query, deviations) => {
    const request = { line: `GET /v1/books?pageSize=1&${query}`, headers: { "x-api-key": "k" } };
    expect(judge(contract, request)).toEqual(deviations);
  });

  it.each(["1.5", "0x10", "1e400", " 1", "01", "+1", ""])("does not take %j for an integer", (text) => {
    const line = `GET /v1/books?pageSize=${encodeURIComponent(text)}`;
    expect(judge(contract, { line, headers: { "x-api-key": "k" } })).toHaveLength(1);
  });

  it("keeps text where the schema allows text, even if it looks like a number", async () => {
    const schema = {
      anyOf: [
        { type: "integer", maximum: 9 },
        { type: "string", minLength: 3 },
      ],
    };
    const either = await contractOf(taking({ name: "q", in: "query", schema }));
    expect(judge(either, { line: "GET /a?q=100" })).toEqual([]);
    expect(judge(either, { line: "GET /a?q=5" })).toEqual([]);
    expect(judge(either, { line: "GET /a?q=10" })).toHaveLength(1);
  });

  it("shows a value as the schema reads it, types of all its parts together", async () => {
    const name = await contractOf(
      taking({ name: "q", in: "query", schema: { type: "string", allOf: [{ minLength: 3 }] } }),
    );
    expect(judge(name, { line: "GET /a?q=12" })).toEqual([
      'invalid-parameter /request/query/q: "12" (at least 3 characters)',
    ]);
  });

  it("leaves headers to security and to content types where OpenAPI says so", async () => {
    const names = ["Authorization", "accept", "Content-Type"];
    const parameters = names.map((name) => ({ name, in: "header", required: true, schema: { type: "integer" } }));
    const plain = await contractOf(taking(...parameters));
    expect(judge(plain, { line: "GET /a" })).toEqual([]);
  });

  it("spreads the properties of an exploded object over the query", async () => {
    const properties = { from: { type: "integer" }, to: { type: "integer" } };
    const schema = { type: "object", required: ["from"], properties, additionalProperties: false };
    const page = { name: "page", in: "query" };
    const range = await contractOf(taking({ name: "range", in: "query", schema }, page));
    expect(judge(range, { line: "GET /a?from=1&to=2" })).toEqual([]);
    expect(judge(range, { line: "GET /a" })).toEqual([]);
    expect(judge(range, { line: "GET /a?from=1&page=2" })).toEqual([]);
    expect(judge(range, { line: "GET /a?to=x" })).toEqual([
      "invalid-parameter /request/query/range/from: nothing (a value, as the property is required)",
      'invalid-parameter /request/query/range/to: "x" (integer)',
    ]);
    expect(judge(range, { line: "GET /a?from=1&range=1" })).toEqual([
      "unknown-parameter /request/query/range: a query parameter of this name (only from, to, page)",
    ]);
  });

  it("reads an object in one parameter, in pairs or as assignments", async () => {
    const schema = { type: "object", properties: { x: { type: "integer" } }, additionalProperties: false };
    const flat = await contractOf(taking({ name: "at", in: "query", explode: false, schema }));
    expect(judge(flat, { line: "GET /a?at=x,1" })).toEqual([]);
    expect(judge(flat, { line: "GET /a?at=x,one" })).toHaveLength(1);
    const header = await contractOf(taking({ name: "at", in: "header", explode: true, schema }));
    expect(judge(header, { line: "GET /a", headers: { at: "x=1" } })).toEqual([]);
    expect(judge(header, { line: "GET /a", headers: { at: "y=1" } })).toHaveLength(1);
  });

  it("lets a parameter without a value pass only where the description allows it", async () => {
    const flag = { name: "flag", in: "query", schema: { type: "boolean" } };
    const strict = await contractOf(taking(flag));
    const lenient = await contractOf(taking({ ...flag, allowEmptyValue: true }));
    expect(judge(strict, { line: "GET /a?flag" })).toHaveLength(1);
    expect(judge(lenient, { line: "GET /a?flag" })).toEqual([]);
  });

  it("lets an operation's parameter replace its path's of the same name", async () => {
    const document = taking({ name: "n", in: "query", schema: { type: "integer" } }) as {
      paths: Record<string, object>;
    };
    Object.assign(document.paths["/{id}"]!, { parameters: [{ name: "n", in: "query", schema: { type: "boolean" } }] });
    const replaced = await contractOf(document);
    expect(judge(replaced, { line: "GET /a?n=1" })).toEqual([]);
    expect(judge(replaced, { line: "GET /a?n=true" })).toHaveLength(1);
  });
});
