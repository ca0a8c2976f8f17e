import { beforeAll, describe, expect, it } from "vitest";
import type { Contract } from "../src/index.js";
import { contractOf, judge, readLibrary, type SentRequest } from "./library.js";

const KEY = { "x-api-key": "k" };
const BOTH = { "x-api-key": "k", cookie: "theme=dark; device=d1" };
const BOOK = { isbn: "978-3", title: "Momo" };
const EVERY_BODY = "application/json or text/* or application/octet-stream";

interface Case extends SentRequest {
  readonly name: string;
  readonly deviations?: readonly string[];
}

const CASES: readonly Case[] = [
  { name: "a right request", line: "GET /v1/books?pageSize=10&available=true", headers: KEY },
  { name: "a right body", line: "POST /v1/books", headers: BOTH, body: { ...BOOK, pages: 3, authors: ["Ende"] } },
  {
    name: "a body whose content type has parameters",
    line: "POST /v1/books",
    headers: { ...BOTH, "content-type": "application/json;charset=iso-8859-1" },
    body: JSON.stringify(BOOK),
  },
  {
    name: "a body of a documented range",
    line: "POST /v1/books",
    headers: { ...BOTH, "content-type": "text/csv" },
    body: "a,b",
  },
  { name: "an optional body left out", line: "POST /v1/shelves/1/left.json" },
  { name: "a method in lower case", line: "get /v1/books/978-3" },
  {
    name: "an unknown path",
    line: "GET /v1/magazines",
    deviations: ['unknown-operation /request/path: "/v1/magazines" (one of the 4 documented paths)'],
  },
  {
    name: "a path without the base path",
    line: "GET /books",
    deviations: ['unknown-operation /request/path: "/books" (one of the 4 documented paths)'],
  },
  {
    name: "a method that the path does not have",
    line: "PUT /v1/books/978-3",
    deviations: ['unknown-operation /request/method: "PUT" (DELETE or GET or HEAD)'],
  },
  {
    name: "HEAD where only GET is documented",
    line: "HEAD /v1/books/newest",
    deviations: ['unknown-operation /request/method: "HEAD" (GET)'],
  },
  {
    name: "an unknown query parameter",
    line: "GET /v1/books/978-3?verbose=s3cret",
    deviations: ["unknown-parameter /request/query/verbose: a query parameter of this name (no query parameters)"],
  },
  {
    name: "a missing parameter",
    line: "GET /v1/books",
    headers: KEY,
    deviations: ["missing-parameter /request/query/pageSize: nothing (a value, as it is required)"],
  },
  {
    name: "a query parameter of the wrong type",
    line: "GET /v1/books?pageSize=ten&available=1",
    headers: KEY,
    deviations: [
      'invalid-parameter /request/query/pageSize: "ten" (integer)',
      'invalid-parameter /request/query/available: "1" (boolean)',
    ],
  },
  {
    name: "a query parameter out of range",
    line: "GET /v1/books?pageSize=101",
    headers: KEY,
    deviations: ["invalid-parameter /request/query/pageSize: 101 (a number <= 100)"],
  },
  {
    name: "one value given twice",
    line: "GET /v1/books?pageSize=1&pageSize=2",
    headers: KEY,
    deviations: ["invalid-parameter /request/query/pageSize: array of 2 items (integer)"],
  },
  {
    name: "an invalid path parameter",
    line: "POST /v1/shelves/one/middle.json",
    deviations: [
      'invalid-parameter /request/path/row: "one" (integer)',
      'invalid-parameter /request/path/column: "middle" (one of "left", "right")',
    ],
  },
  {
    name: "a path parameter that cannot be decoded",
    line: "GET /v1/books/%E0%A4%A",
    deviations: ['invalid-parameter /request/path/isbn: "%E0%A4%A" (percent-encoded UTF-8)'],
  },
  {
    name: "a header and a cookie out of what is allowed",
    line: "GET /v1/books?pageSize=1",
    headers: { ...KEY, "x-reader": "me", cookie: "theme=blue" },
    deviations: [
      'invalid-parameter /request/header/X-Reader: "me" (integer)',
      'invalid-parameter /request/cookie/theme: "blue" (one of "light", "dark")',
    ],
  },
  {
    name: "a missing body",
    line: "POST /v1/books",
    headers: BOTH,
    deviations: [`missing-body /request/body: nothing (a body of type ${EVERY_BODY})`],
  },
  {
    name: "an empty body, which is none",
    line: "POST /v1/books",
    headers: { ...BOTH, "content-type": "application/json" },
    body: "",
    deviations: [`missing-body /request/body: nothing (a body of type ${EVERY_BODY})`],
  },
  {
    name: "a body that is not JSON",
    line: "POST /v1/books",
    headers: { ...BOTH, "content-type": "application/json" },
    body: "isbn=978",
    deviations: ['unreadable-body /request/body: "isbn=978" (JSON)'],
  },
  {
    name: "a content type that is not supported",
    line: "POST /v1/books",
    headers: { ...BOTH, "content-type": "application/xml" },
    body: "<book/>",
    deviations: [`unsupported-content-type /request/header/content-type: "application/xml" (${EVERY_BODY})`],
  },
  {
    name: "a body where none is documented",
    line: "GET /v1/books/978-3",
    body: {},
    deviations: ["unexpected-body /request/body: a body of 2 characters (no body)"],
  },
  {
    name: "an invalid body, fault by fault",
    line: "POST /v1/books",
    headers: BOTH,
    body: { isbn: "978-3", title: "", pages: "3", authors: ["Ende", "Ende"], colour: "red" },
    deviations: [
      'invalid-body /request/body/colour: "red" (no property of this name)',
      'invalid-body /request/body/title: "" (at least 1 character)',
      'invalid-body /request/body/pages: "3" (integer)',
      "invalid-body /request/body/authors: array of 2 items (items that differ (numbers 1 and 2 are equal))",
    ],
  },
  {
    name: "text that is too short",
    line: "POST /v1/books",
    headers: { ...BOTH, "content-type": "text/plain" },
    body: "a",
    deviations: ['invalid-body /request/body: "a" (at least 3 characters)'],
  },
];

describe("a request", () => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await contractOf(await readLibrary());
  });

  it.each(CASES)("$name", ({ deviations = [], ...request }) => {
    expect(judge(contract, request)).toEqual(deviations);
  });

  it("names the operation in its deviations where there is one", () => {
    const request = { path: "/v1/books", query: new URLSearchParams(), headers: new Headers(KEY) };
    expect(contract.checkRequest({ ...request, method: "GET" }).map(({ operation }) => operation)).toEqual([
      "listBooks",
    ]);
    expect(contract.checkRequest({ ...request, method: "PUT" }).map(({ operation }) => operation)).toEqual([undefined]);
  });
});
