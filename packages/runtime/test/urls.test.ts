import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { resolveBaseUrl } from "../src/base-url.js";
import { call } from "../src/call.js";
import type { Operation } from "../src/operation.js";
import { getThing, json, scripted, transportWith } from "./support/fixture.js";

describe("a base URL", () => {
  test.each([
    ["acme.example.com", "https://acme.example.com/api"],
    ["acme.example.com/", "https://acme.example.com/api"],
    ["https://acme.example.com/api/", "https://acme.example.com/api"],
    ["https://acme.example.com/proxy", "https://acme.example.com/proxy/api"],
    ["https://acme.example.com/proxy/api", "https://acme.example.com/proxy/api"],
    [" https://acme.example.com:8443 ", "https://acme.example.com:8443/api"],
    [new URL("https://acme.example.com"), "https://acme.example.com/api"],
    ["localhost:4010", "http://localhost:4010/api"],
    ["http://127.0.0.1:4010", "http://127.0.0.1:4010/api"],
    ["http://[::1]:4010", "http://[::1]:4010/api"],
  ])("%s is fine", (given, url) => expect(resolveBaseUrl(given, "/api")).toBe(url));

  test.each([
    ["", "missing"],
    ["http://", "not a URL"],
    ["ht tp://x", "not a URL"],
    ["ftp://acme.example.com", "scheme"],
    ["http://acme.example.com", "allowInsecure"],
    ["http://127.0.0.1.evil.example", "allowInsecure"],
    ["http://localhost.evil.example", "allowInsecure"],
    ["https://user:hunter2@acme.example.com", "auth"],
    ["https://acme.example.com?x=1", "query"],
    ["https://acme.example.com#x", "fragment"],
  ])("%s is refused, saying %s", (given, word) => {
    const error = (() => {
      try {
        return resolveBaseUrl(given, "/api");
      } catch (thrown) {
        return thrown as Error;
      }
    })();
    expect(error).toMatchObject({ name: "ConfigurationError", field: "baseUrl", outcome: "notSent" });
    expect((error as Error).message).toContain(word);
    expect((error as Error).message).not.toContain("hunter2");
  });

  test("of a host in a container network needs a word", () => {
    expect(resolveBaseUrl("http://emulator:4010", "/api", true)).toBe("http://emulator:4010/api");
  });

  test("means the same however it is written, and means it still when it is given again", () => {
    const segment = fc.string({ unit: fc.constantFrom(..."abcxyz019-_"), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(segment, { minLength: 2, maxLength: 3 }),
        fc.option(fc.integer({ min: 1024, max: 65_535 })),
        fc.array(segment, { maxLength: 2 }),
        fc.boolean(),
        fc.nat(3),
        (labels, port, path, hasBasePath, slashes) => {
          // Letters at both ends, as a host has them.
          const host = `${labels.map((label) => `h${label}h`).join(".")}${port === null ? "" : `:${port}`}`;
          const rest = `${path.map((name) => `/${name}`).join("")}`;
          const expected = `https://${host}${path.at(-1) === "api" ? rest : `${rest}/api`}`;
          const given = `${host}${rest}${hasBasePath && path.at(-1) !== "api" ? "/api" : ""}${"/".repeat(slashes)}`;
          for (const spelling of [given, `https://${given}`, ` https://${given} `, new URL(`https://${given}`)]) {
            expect(resolveBaseUrl(spelling, "/api")).toBe(expected);
          }
          expect(resolveBaseUrl(expected, "/api")).toBe(expected);
        },
      ),
    );
  });
});

/** Every text that UTF-8 can hold: only such a text can travel. */
const text = fc.string({ unit: "binary", minLength: 1 }).filter((value) => value.isWellFormed());
const putThing: Operation = {
  ...getThing,
  id: "putThing",
  path: "/things/{thingId}/parts/{partId}",
  inputs: {
    thingId: { in: "path", type: "string", required: true, min: 1 },
    partId: { in: "path", type: "string", required: true, min: 1 },
    q: { in: "query", type: "string" },
    n: { in: "query", type: "integer" },
  },
};

/** The address that a call goes to, as a server takes it apart. */
async function addressOf(input: object): Promise<URL | undefined> {
  const { fetch, sent } = scripted(json({ id: "t1" }));
  const result = await call(transportWith({ fetch }), putThing, input);
  expect(result.ok).toBe(sent.length === 1);
  return sent[0] && new URL(sent[0].url);
}

describe("a call's address", () => {
  test("carries each path parameter as the text it is, in its own segment", async () => {
    const special = fc.constantFrom(
      "/",
      "..",
      ".",
      "%2F",
      "%",
      "?",
      "#",
      ";",
      "a b",
      "ä",
      "\u{1F600}",
      "a:b",
      "'()*!~",
    );
    const parameter = fc.oneof(
      text,
      special,
      fc.array(special, { minLength: 1 }).map((parts) => parts.join("")),
    );
    await fc.assert(
      fc.asyncProperty(parameter, parameter, async (thingId, partId) => {
        const address = await addressOf({ thingId, partId });
        if ([thingId, partId].some((value) => value === "." || value === "..")) {
          expect(address).toBeUndefined();
          return;
        }
        const segments = address?.pathname.split("/").map(decodeURIComponent);
        expect(segments).toEqual(["", "api", "things", thingId, "parts", partId]);
        expect([address?.origin, address?.search, address?.hash]).toEqual(["https://things.example", "", ""]);
      }),
    );
  });

  test("carries each query parameter as the text it is", async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.option(fc.integer()), async (q, n) => {
        const address = await addressOf({ thingId: "t1", partId: "p1", q, ...(n !== null && { n }) });
        const expected = [["q", q], ...(n === null ? [] : [["n", String(n)]])];
        expect([...(address?.searchParams ?? [])]).toEqual(expected);
      }),
    );
  });

  test.each([".", "..", "", "\uD800"])("is none where a path parameter is %j", async (thingId) => {
    expect(await addressOf({ thingId, partId: "p1" })).toBeUndefined();
    expect(await addressOf({ thingId: "t1", partId: thingId })).toBeUndefined();
  });
});
