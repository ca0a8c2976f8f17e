import { beforeAll, describe, expect, it } from "vitest";
import type { Contract } from "../src/index.js";
import { contractOf, judge, readLibrary } from "./library.js";

const SECRET = "s3cret-t0ken";

describe("credentials", () => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await contractOf(await readLibrary());
  });

  const asking = (line: string, headers: Readonly<Record<string, string>>) =>
    judge(contract, { line, headers }).filter((text) => text.startsWith("missing-credentials"));

  it("are enough when one alternative is met", () => {
    expect(asking("GET /v1/books", { "x-api-key": SECRET })).toEqual([]);
    expect(asking("GET /v1/books", { authorization: `bearer ${SECRET}` })).toEqual([]);
  });

  it("are missing when no alternative is met", () => {
    expect(asking("GET /v1/books", {})).toEqual([
      "missing-credentials /request/header/x-api-key: nothing " +
        "(a key in header x-api-key, or Bearer credentials in header authorization)",
    ]);
  });

  it("must all be there where an alternative names several", () => {
    expect(asking("POST /v1/books", { "x-api-key": SECRET, cookie: "device=d1" })).toEqual([]);
    expect(asking("POST /v1/books", { "x-api-key": SECRET })).toEqual([
      "missing-credentials /request/cookie/device: nothing " +
        "(a key in header x-api-key and a key in cookie device, or Bearer credentials in header authorization)",
    ]);
  });

  it.each([{ authorization: `Basic ${SECRET}` }, { authorization: "Bearer" }, { authorization: "Bearer  " }])(
    "of another kind do not count: %j",
    (headers) => {
      expect(asking("GET /v1/books", headers)).toHaveLength(1);
    },
  );

  it("are not asked for where an alternative, or the whole list, is empty", () => {
    expect(asking("GET /v1/books/1", {})).toEqual([]);
    expect(asking("HEAD /v1/books/1", {})).toEqual([]);
  });

  it("in the query are no unknown parameter", () => {
    expect(judge(contract, { line: `DELETE /v1/books/1?sig=${SECRET}` })).toEqual([]);
    expect(judge(contract, { line: "DELETE /v1/books/1" })).toHaveLength(1);
  });

  it("that a request cannot show (mutual TLS) are taken for granted", async () => {
    const document = await readLibrary();
    const components = document["components"] as Record<string, Record<string, unknown>>;
    components["securitySchemes"]!["key"] = { type: "mutualTLS" };
    const tls = await contractOf(document);
    expect(judge(tls, { line: "GET /v1/books?pageSize=1" })).toEqual([]);
  });

  it("are never shown, wherever the request repeats them and however long the text around them is", () => {
    const spread = `${"x".repeat(70)}${SECRET}${"y".repeat(70)}`;
    const headers = { authorization: `Bearer ${SECRET}`, "x-api-key": "key-0123", "x-reader": SECRET };
    expect(judge(contract, { line: "GET /v1/books", headers: { "x-api-key": "e" } })).toEqual([
      "missing-parameter /request/query/pageSize: nothing (a value, as it is required)",
    ]);
    const body = { isbn: { [SECRET]: 1 }, title: "", [SECRET]: SECRET, a: "key-0123" };
    const texts = [
      ...judge(contract, { line: `GET /v1/${SECRET}`, headers }),
      ...judge(contract, { line: `GET /v1/books?pageSize=${SECRET}&since=${spread}&sig=key-0123`, headers }),
      ...judge(contract, { line: "POST /v1/books", headers, body }),
      ...judge(contract, { line: `HEAD /v1/books/1?${SECRET}`, headers }),
    ];
    expect(texts.length).toBeGreaterThan(6);
    for (const text of texts) expect(text).not.toMatch(/s3cret|t0ken|key-0123/);
    expect(texts.filter((text) => text.includes("[secret]")).length).toBeGreaterThan(5);
  });

  it("are not shown where the description asks for none: HTTP's own headers, and cookies that nobody describes", async () => {
    const parameters = [{ name: "theme", in: "cookie", schema: { enum: ["light"] } }];
    const post = {
      operationId: "post",
      parameters,
      requestBody: { content: { "application/json": { schema: { items: { type: "integer" } } } } },
    };
    const open = await contractOf({ openapi: "3.1.0", info: { title: "", version: "" }, paths: { "/": { post } } });
    const headers = {
      authorization: `Basic ${SECRET}`,
      "proxy-authorization": "Basic pr0xy-t0ken",
      cookie: "sid=s3ss10n-1d; theme=darkness; n=1",
    };
    const body = [SECRET, "of pr0xy-t0ken", "s3ss10n-1d", "darkness", "1"];
    expect(judge(open, { line: "POST /", headers, body })).toEqual([
      'invalid-parameter /request/cookie/theme: "darkness" ("light")',
      'invalid-body /request/body/0: "[secret]" (integer)',
      'invalid-body /request/body/1: "of [secret]" (integer)',
      'invalid-body /request/body/2: "[secret]" (integer)',
      'invalid-body /request/body/3: "darkness" (integer)',
      'invalid-body /request/body/4: "1" (integer)',
    ]);
  });
});
