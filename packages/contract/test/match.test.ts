import { beforeAll, describe, expect, it } from "vitest";
import type { Contract, Match } from "../src/index.js";
import { contractOf, readLibrary } from "./library.js";

/** A description with `GET` operations at these paths, each named after its path. */
function serving(servers: readonly object[] | undefined, ...paths: readonly string[]): object {
  const items = paths.map((path) => {
    const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: "path",
      required: true,
      schema: {},
    }));
    return [path, { get: { operationId: path, parameters, responses: { "204": { description: "" } } } }] as const;
  });
  return { openapi: "3.1.0", info: { title: "", version: "" }, servers, paths: Object.fromEntries(items) };
}

function isMatch(found: ReturnType<Contract["match"]>): found is Match {
  return found !== undefined && "operation" in found;
}

describe("match", () => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await contractOf(await readLibrary());
  });

  const idOf = (from: Contract, path: string): string | undefined => {
    const found = from.match("GET", path);
    return isMatch(found) ? found.operation.id : undefined;
  };

  it("decodes path parameters after it has split the path", () => {
    const found = contract.match("GET", "/v1/books/97%2F8%20%C3%A4%25");
    expect(isMatch(found) && found.pathParameters).toEqual({ isbn: "97/8 ä%" });
  });

  it("takes methods in any case", () => {
    expect(contract.match("get", "/v1/books/1")).toEqual(contract.match("GET", "/v1/books/1"));
  });

  it("lists the methods of a path that lacks the one asked for", () => {
    expect(contract.match("PATCH", "/v1/books/1")).toEqual({ allow: ["DELETE", "GET", "HEAD"] });
  });

  it("prefers a literal segment, and then does not fall back to the template", () => {
    expect(idOf(contract, "/v1/books/newest")).toBe("newestBook");
    expect(idOf(contract, "/v1/books/n%65west")).toBe("newestBook");
    expect(contract.match("DELETE", "/v1/books/newest")).toEqual({ allow: ["GET"] });
  });

  it("reads several parameters of one path, also beside literal text", () => {
    const found = contract.match("POST", "/v1/shelves/7/a.b.json");
    expect(isMatch(found) && found.pathParameters).toEqual({ row: "7", column: "a.b" });
  });

  it.each(["/books/1", "/v1/books/", "/v1/books//", "/v1", "", "/v1/books/1/2", "/v2/books/1", "/v1books/1"])(
    "finds nothing at %j",
    (path) => {
      expect(contract.match("GET", path)).toBeUndefined();
    },
  );

  it("decides by the leftmost segment that differs, whatever the order in the description", async () => {
    const paths = ["/{a}/{b}", "/{a}/x", "/x/{b}", "/x/{b}.txt", "/x/x"];
    for (const order of [paths, paths.toReversed()]) {
      const routes = await contractOf(serving(undefined, ...order));
      const found = ["/x/x", "/x/y.txt", "/x/y", "/y/x", "/y/y"].map((path) => idOf(routes, path));
      expect(found).toEqual(["/x/x", "/x/{b}.txt", "/x/{b}", "/{a}/x", "/{a}/{b}"]);
    }
  });

  it("takes literal text for itself, not for a pattern", async () => {
    const routes = await contractOf(serving(undefined, "/a.b/(x)*", "/a+b/{id}$"));
    expect(idOf(routes, "/a.b/(x)*")).toBe("/a.b/(x)*");
    expect(idOf(routes, "/aXb/(x)*")).toBeUndefined();
    expect(idOf(routes, "/a+b/1$")).toBe("/a+b/{id}$");
  });

  it.each([
    [undefined, ""],
    [[], ""],
    [[{ url: "/" }], ""],
    [[{ url: "https://library.example" }], ""],
    [[{ url: "https://{host}/api/v2/" }, { url: "https://other.example/x" }], "/api/v2"],
    [[{ url: "//library.example:80/api" }], "/api"],
    [[{ url: "/{stage}/api", variables: { stage: { default: "prod" } } }], "/prod/api"],
    [[{ url: "https://{host}{base}", variables: { host: { default: "h" }, base: { default: "/b" } } }], "/b"],
  ])("takes the base path from the first of the servers %j", async (servers, basePath) => {
    const routes = await contractOf(serving(servers, "/books"));
    expect(routes.operations[0]?.basePath).toBe(basePath);
    expect(idOf(routes, `${basePath}/books`)).toBe("/books");
  });

  it("tells of every operation what an emulator needs", () => {
    expect(contract.operations.map(({ id }) => id)).toContain("addBook");
    expect(contract.operations.find(({ id }) => id === "addBook")).toEqual({
      id: "addBook",
      method: "POST",
      path: "/books",
      basePath: "/v1",
      security: [["key", "device"], ["oauth"]],
      statuses: ["201", "204", "409"],
    });
  });
});
