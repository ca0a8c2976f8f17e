import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import type { Contract } from "../src/index.js";
import { contractOf, judge, lines } from "./library.js";

let depot: Contract;
beforeAll(async () => {
  const text = await readFile(new URL("fixtures/depot.json", import.meta.url), "utf8");
  depot = await contractOf(JSON.parse(text) as object);
});

const JSON_TYPE = { "content-type": "application/json" };
const BOX = { id: 1, kind: "box", height: 2, contents: ["sand", { id: 2, kind: "tube", radius: 1, contents: [] }] };
const got = (line: string) => judge(depot, { line });
const put = (body: unknown, headers = {}) => judge(depot, { line: "PUT /api/v2/parcels/1", headers, body });
const answered = (status: number, type: string, body: unknown) =>
  lines(
    depot.checkResponse("getParcel", {
      status,
      headers: new Headers({ "content-type": type }),
      bodyText: JSON.stringify(body),
    }),
  );

describe("of a whole OpenAPI document", () => {
  it("webhooks, callbacks and extensions are no operations", () => {
    expect(depot.operations.map(({ id }) => id)).toEqual(["getParcel", "putParcel", "dropParcel", "getRoute"]);
  });

  it("the first server gives the base path, with the defaults of its variables", () => {
    expect(depot.match("GET", "/api/v2/parcels/1")).toMatchObject({ operation: { basePath: "/api/v2" } });
    expect(depot.match("GET", "/parcels/1")).toBeUndefined();
  });

  it("a parameter of the path holds for its operations, and one of the operation takes its place", () => {
    expect(got("GET /api/v2/parcels/1?verbose=yes")).toEqual([]);
    expect(got("GET /api/v2/parcels/1?verbose=true")).toEqual([
      'invalid-parameter /request/query/verbose: "true" (one of "yes", "no")',
    ]);
    expect(got("DELETE /api/v2/parcels/one?verbose=true")).toEqual([
      'invalid-parameter /request/path/parcelId: "one" (integer)',
    ]);
  });

  it("a status is documented by itself, by its range or by default, and so is a content type", () => {
    expect(answered(200, "application/json", BOX)).toEqual([]);
    expect(answered(404, "application/problem+json", { title: "Gone" })).toEqual([]);
    expect(answered(404, "application/problem+json", {})).toEqual([
      "invalid-body /response/body/title: nothing (a value, as the property is required)",
    ]);
    expect(answered(500, "application/vnd.depot+json", 1)).toEqual([]);
  });

  it("an operation without responses holds no response to anything", () => {
    expect(
      lines(depot.checkResponse("dropParcel", { status: 299, headers: new Headers(JSON_TYPE), bodyText: "?" })),
    ).toEqual([]);
  });

  it("a discriminated union is explained by the arm that is meant, beside the properties and in a recursion", () => {
    expect(put(BOX)).toEqual([]);
    expect(put({ ...BOX, height: "2" })).toEqual(['invalid-body /request/body/height: "2" (integer)']);
    expect(put({ ...BOX, kind: "bag" })).toEqual(['invalid-body /request/body/kind: "bag" (one of "box", "tube")']);
    expect(put({ ...BOX, contents: [{ id: 2, kind: "tube", contents: [] }] })).toEqual([
      "invalid-body /request/body/contents/0/radius: nothing (a value, as the property is required)",
    ]);
  });

  it("readOnly asserts nothing, writeOnly hides, null is a type, and formats of numbers are limits", () => {
    expect(put({ ...BOX, note: null, weight: 19.99, count: 7 })).toEqual([]);
    expect(put({ ...BOX, id: 1.5, pin: "123", weight: 0.001, count: 2 ** 31 })).toEqual([
      "invalid-body /request/body/id: 1.5 (integer)",
      "invalid-body /request/body/pin: [hidden string] (at least 4 characters)",
      "invalid-body /request/body/weight: 0.001 (a multiple of 0.01)",
      "invalid-body /request/body/count: 2147483648 (a number <= 2147483647)",
    ]);
  });

  it("a multipart body is held to presence and content type", () => {
    expect(put("--x", { "content-type": "multipart/form-data; boundary=x" })).toEqual([]);
    expect(put("--x", { "content-type": "multipart/mixed" })).toHaveLength(1);
  });

  it("path parameters are read in the styles label and matrix", () => {
    const at = (...parts: readonly string[]) => got(`GET /api/v2/routes/${parts.join("/")}`);
    expect(at(".Oslo", ".1.2", ";flags=fast;flags=safe", ";box=w,1,h,2")).toEqual([]);
    expect(at(".", ".7", ";flags", ";box=w,1")).toEqual([]);
    expect(at("Oslo", ".1.x", ";flags=slow", ";box=h,2")).toEqual([
      'invalid-parameter /request/path/from: "Oslo" (percent-encoded UTF-8 that begins with ".")',
      'invalid-parameter /request/path/via/1: "x" (integer)',
      'invalid-parameter /request/path/flags/0: "slow" (one of "fast", "safe", "")',
      "invalid-parameter /request/path/box/w: nothing (a value, as the property is required)",
    ]);
    expect(at(".Oslo", ".1", ";fast", ";box=w,1")).toEqual([
      'invalid-parameter /request/path/flags: ";fast" (percent-encoded UTF-8 that begins with ";flags=")',
    ]);
  });
});
