import { beforeAll, describe, expect, it } from "vitest";
import type { Contract } from "../src/index.js";
import { contractOf, lines, readLibrary } from "./library.js";

const BOOK = { isbn: "978-3", title: "Momo", addedAt: "2024-10-01T22:04:24.962583055Z" };
const JSON_TYPE = { "content-type": "application/json" };
const PAGE = { ...JSON_TYPE, "x-total": "1" };
const ADDED = { ...JSON_TYPE, location: "/v1/books/978-3" };
const PROBLEM = { "content-type": "application/problem+json" };

interface Case {
  readonly name: string;
  readonly operation: string;
  readonly status: number;
  readonly headers?: Record<string, string>;
  /** Text is sent as it is, everything else as JSON. */
  readonly body?: unknown;
  readonly deviations?: readonly string[];
}

const CASES: readonly Case[] = [
  { name: "a right answer", operation: "listBooks", status: 200, headers: PAGE, body: { items: [BOOK], next: null } },
  {
    name: "a content type with parameters, in capitals",
    operation: "listBooks",
    status: 200,
    headers: { "content-type": "Application/JSON; charset=UTF-8", "x-total": "0" },
    body: { items: [] },
  },
  { name: "a status without a body", operation: "listBooks", status: 304 },
  {
    name: "a status of a range",
    operation: "listBooks",
    status: 418,
    headers: JSON_TYPE,
    body: { errorName: "Teapot", parameters: {} },
  },
  {
    name: "any other status through default",
    operation: "listBooks",
    status: 502,
    headers: { "content-type": "text/plain" },
    body: "out of order",
  },
  { name: "an answer to HEAD, which never has a body", operation: "hasBook", status: 200, headers: JSON_TYPE },
  {
    name: "an open value of a documented set",
    operation: "getBook",
    status: 200,
    headers: JSON_TYPE,
    body: { ...BOOK, status: "lost" },
  },
  { name: "a body without a schema", operation: "newestBook", status: 200, headers: JSON_TYPE, body: [1, "any"] },
  {
    name: "an undocumented status",
    operation: "addBook",
    status: 202,
    headers: JSON_TYPE,
    body: BOOK,
    deviations: ["undocumented-status /response/status: 202 (201, 204, 409)"],
  },
  {
    name: "a status that the range comes before",
    operation: "listBooks",
    status: 404,
    headers: { "content-type": "text/plain" },
    body: "no",
    deviations: ['unsupported-content-type /response/header/content-type: "text/plain" (application/json)'],
  },
  {
    name: "a wrong type",
    operation: "getBook",
    status: 200,
    headers: JSON_TYPE,
    body: { ...BOOK, title: 7 },
    deviations: ["invalid-body /response/body/title: 7 (string)"],
  },
  {
    name: "a missing property",
    operation: "getBook",
    status: 200,
    headers: JSON_TYPE,
    body: { isbn: "1", title: "Momo" },
    deviations: ["invalid-body /response/body/addedAt: nothing (a value, as the property is required)"],
  },
  {
    name: "a property too many",
    operation: "listBooks",
    status: 200,
    headers: PAGE,
    body: { items: [], more: true },
    deviations: ["invalid-body /response/body/more: true (no property of this name)"],
  },
  {
    name: "every fault of a list, each at its place",
    operation: "listBooks",
    status: 200,
    headers: PAGE,
    body: { items: [{ ...BOOK, isbn: "x" }, BOOK, { ...BOOK, addedAt: "yesterday" }] },
    deviations: [
      'invalid-body /response/body/items/0/isbn: "x" (text that matches ^[0-9-]+$)',
      'invalid-body /response/body/items/2/addedAt: "yesterday" (text of format date-time)',
    ],
  },
  {
    name: "an absent required header",
    operation: "addBook",
    status: 201,
    headers: JSON_TYPE,
    body: BOOK,
    deviations: ["missing-header /response/header/Location: nothing (a value, as it is required)"],
  },
  {
    name: "an invalid header",
    operation: "listBooks",
    status: 200,
    headers: { ...JSON_TYPE, "x-total": "-1" },
    body: { items: [] },
    deviations: ["invalid-header /response/header/X-Total: -1 (a number >= 0)"],
  },
  {
    name: "a header of the wrong type, where no body is documented",
    operation: "listBooks",
    status: 429,
    headers: { "retry-after": "soon" },
    deviations: ['invalid-header /response/header/Retry-After: "soon" (integer)'],
  },
  {
    name: "a wrong content type",
    operation: "listBooks",
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8", "x-total": "1" },
    body: "<html>",
    deviations: [
      'unsupported-content-type /response/header/content-type: "text/html; charset=utf-8" (application/json)',
    ],
  },
  {
    name: "a problem sent as plain JSON",
    operation: "addBook",
    status: 409,
    headers: JSON_TYPE,
    body: { errorName: "ShelfFull" },
    deviations: [
      'unsupported-content-type /response/header/content-type: "application/json" (application/problem+json)',
    ],
  },
  {
    name: "a problem that is none",
    operation: "addBook",
    status: 409,
    headers: PROBLEM,
    body: { room: 1 },
    deviations: ["invalid-body /response/body/errorName: nothing (a value, as the property is required)"],
  },
  {
    name: "a body without a content type",
    operation: "getBook",
    status: 200,
    body: BOOK,
    deviations: ["unsupported-content-type /response/header/content-type: nothing (application/json)"],
  },
  {
    name: "JSON that breaks off",
    operation: "getBook",
    status: 200,
    headers: JSON_TYPE,
    body: '{"isbn": "97',
    deviations: [String.raw`unreadable-body /response/body: "{\"isbn\": \"97" (JSON)`],
  },
  {
    name: "an empty body where one is documented",
    operation: "addBook",
    status: 201,
    headers: ADDED,
    body: "",
    deviations: ["missing-body /response/body: nothing (a body of type application/json)"],
  },
  {
    name: "a body where none is documented",
    operation: "listBooks",
    status: 429,
    headers: { "content-type": "text/html", "retry-after": "3" },
    body: "<html>",
    deviations: ["unexpected-body /response/body: a body of 6 characters (no body)"],
  },
];

describe("a response", () => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await contractOf(await readLibrary());
  });

  it.each(CASES)("$name", ({ operation, status, headers = {}, body, deviations = [] }) => {
    const bodyText = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
    const found = contract.checkResponse(operation, { status, headers: new Headers(headers), bodyText });
    expect(lines(found)).toEqual(deviations);
    expect(found.every((deviation) => deviation.operation === operation)).toBe(true);
  });

  it("never shows a cookie that is set", async () => {
    const headers = { "Set-Cookie": { schema: { type: "integer" } } };
    const responses = { "204": { description: "", headers } };
    const paths = { "/": { get: { operationId: "enter", responses } } };
    const entering = await contractOf({ openapi: "3.1.0", info: { title: "", version: "" }, paths });
    const given = new Headers({ "set-cookie": "session=s3cret" });
    const found = entering.checkResponse("enter", { status: 204, headers: given });
    expect(lines(found)).toEqual(["invalid-header /response/header/Set-Cookie: a cookie (integer)"]);
  });

  it("may document Content-Type as a header, which says nothing new", async () => {
    const headers = { "content-type": { required: true, schema: { type: "integer" } } };
    const responses = { "204": { description: "", headers } };
    const paths = { "/": { get: { operationId: "enter", responses } } };
    const entering = await contractOf({ openapi: "3.1.0", info: { title: "", version: "" }, paths });
    expect(entering.checkResponse("enter", { status: 204, headers: new Headers() })).toEqual([]);
  });

  it("to an operation that does not exist is a mistake of the caller", () => {
    expect(() => contract.checkResponse("burnBook", { status: 200, headers: new Headers() })).toThrow(
      new TypeError('The description has no operation "burnBook"'),
    );
  });
});
