import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Document } from "../src/specs/bundle.ts";
import { compareDescriptions } from "../src/specs/compare.ts";
import { proveComparison } from "../src/specs/prove-comparison.ts";
import { changed, renamed } from "./lint-documents.ts";

const plain = parse(readFileSync(new URL("fixtures/specs/valid.yaml", import.meta.url), "utf8")) as Document;
const oauth2 = {
  type: "oauth2",
  flows: {
    clientCredentials: { tokenUrl: "/token", scopes: { "things:read": "Read.", "things:write": "Write." } },
    authorizationCode: { authorizationUrl: "/authorize", tokenUrl: "/token", scopes: {} },
  },
};
const servers = [{ url: "https://{region}.things.invalid", variables: { region: { default: "eu" } } }];
const valid = changed(changed(plain, ["components", "securitySchemes", "oauth2"], oauth2), ["servers"], servers);

const flow = ["components", "securitySchemes", "oauth2", "flows", "clientCredentials"];
const cup = ["components", "schemas", "Cup", "properties"];
const mapping = ["components", "schemas", "Thing", "discriminator", "mapping"];

const list = ["paths", "/boxes/{boxId}/things", "get"];
const put = ["paths", "/boxes/{boxId}/things", "post"];
const sent = [...put, "requestBody", "content", "application/json", "schema"];
const page = [...list, "responses", "200", "content", "application/json", "schema"];
const result = [...page, "properties", "result", "properties"];
const size = { name: "size", in: "query", description: "The size.", schema: { type: "string" } };
const listed = list.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], valid) as {
  parameters: object[];
};

interface Case {
  readonly what: string;
  readonly at: readonly (string | number)[];
  readonly put: unknown;
}

/** What users' code would notice. */
const breaking: readonly Case[] = [
  { what: "a scope gone", at: [...flow, "scopes", "things:write"], put: undefined },
  { what: "another address for tokens", at: [...flow, "tokenUrl"], put: "/tokens" },
  { what: "a way to a token gone", at: flow, put: undefined },
  { what: "a value of an open set gone", at: [...cup, "size", "x-extensible-enum"], put: ["small"] },
  { what: "an arm of a union under another value", at: [...mapping, "plate"], put: "#/components/schemas/Cup" },
  { what: "another operationId", at: [...list, "operationId"], put: "allThings" },
  { what: "an operation gone", at: put, put: undefined },
  { what: "a request property that became required", at: [...sent, "required"], put: ["size"] },
  { what: "a request value no longer taken", at: [...sent, "properties", "size", "enum"], put: ["small"] },
  { what: "a response property gone", at: [...result, "count"], put: undefined },
  { what: "a response property of another type", at: [...result, "count", "type"], put: "string" },
  { what: "a response property that may now be absent", at: [...page, "required"], put: [] },
  { what: "a new required parameter", at: [...list, "parameters", 2], put: { ...size, required: true } },
  { what: "a parameter gone", at: [...list, "parameters"], put: listed.parameters.slice(1) },
  { what: "another sort of credential", at: ["components", "securitySchemes", "key", "name"], put: "x-key" },
];

/** What users' code may begin to use. */
const adding: readonly Case[] = [
  { what: "a request value", at: [...sent, "properties", "size", "enum", 2], put: "huge" },
  { what: "a value of an open set", at: [...cup, "size", "x-extensible-enum", 2], put: "huge" },
  { what: "a scope", at: [...flow, "scopes", "things:admin"], put: "All." },
  { what: "an address to renew tokens", at: [...flow, "refreshUrl"], put: "/refresh" },
  { what: "a response property", at: [...result, "total"], put: { type: "integer" } },
  { what: "a schema", at: ["components", "schemas", "Lid"], put: { type: "object" } },
  { what: "an optional request property", at: [...sent, "properties", "colour"], put: { type: "string" } },
  { what: "an optional parameter", at: [...list, "parameters", 2], put: size },
];

/** What users' code may feel: clients wait, repeat and read on as these say. */
const behaving: readonly Case[] = [
  { what: "whether a request may be repeated", at: [...list, "x-retry", "safety"], put: "never" },
  { what: "what settles a repeat", at: [...put, "x-retry", "settledBy"], put: "searchThings" },
  { what: "a limit", at: [...list, "x-rate-limit", 0, "requests"], put: 30 },
  { what: "how a listing goes on", at: [...list, "x-pagination", "size"], put: undefined },
  {
    what: "what an answer says of the request",
    at: ["components", "responses", "Unavailable", "x-outcome"],
    put: "unknown",
  },
  { what: "a default", at: [...list, "parameters", 1, "schema", "default"], put: 50 },
  { what: "where the service is unless told", at: ["servers", 0, "variables", "region", "default"], put: "us" },
  { what: "that an operation will go", at: [...list, "deprecated"], put: true },
];

/** What no user's code can notice. */
const explaining: readonly Case[] = [
  { what: "the text of an operation", at: [...list, "description"], put: "Lists what is in a box." },
  { what: "why a request may be repeated", at: [...put, "x-retry", "reason"], put: "Because." },
  { what: "where a fact comes from", at: [...list, "x-source", "date"], put: "2026-11-22" },
];

describe("a change of a description", { timeout: 60_000 }, () => {
  it.each(breaking)("$what is major", async ({ at, put }) => {
    expect((await compareDescriptions(valid, changed(valid, at, put))).bump).toBe("major");
  });

  it("a schema of another name is major, since types are named like it", async () => {
    const { bump, changes } = await compareDescriptions(valid, renamed(valid, "Search", "Query"));
    expect(bump).toBe("major");
    expect(changes[0]).toMatchObject({ place: "#/components", text: '`schemas` lost "Search".' });
  });

  it.each(adding)("$what is minor", async ({ at, put }) => {
    expect((await compareDescriptions(valid, changed(valid, at, put))).bump).toBe("minor");
  });

  it.each(behaving)("$what is minor, since clients behave otherwise", async ({ at, put }) => {
    expect((await compareDescriptions(valid, changed(valid, at, put))).bump).toBe("minor");
  });

  it.each(explaining)("$what is a patch", async ({ at, put }) => {
    expect((await compareDescriptions(valid, changed(valid, at, put))).bump).toBe("patch");
  });

  it("that is none asks for nothing", async () => {
    expect(await compareDescriptions(valid, structuredClone(valid))).toEqual({ bump: "none", changes: [] });
  });

  it("finds no keywords in data", async () => {
    const shown = [...page.slice(0, -1), "examples", "page", "value"];
    const next = changed(valid, shown, { default: 1, enum: ["a"], deprecated: true });
    expect(await compareDescriptions(valid, next)).toEqual({ bump: "none", changes: [] });
  });

  it("is told with its place, the strongest first", async () => {
    const later = changed(changed(valid, [...result, "count"], undefined), ["info", "description"], "Other.");
    const { changes } = await compareDescriptions(valid, later);
    expect(changes.map(({ bump }) => bump)).toEqual(["major", "patch"]);
    expect(changes[0]).toMatchObject({
      place: expect.stringContaining("/get/responses/200/") as string,
      text: expect.stringContaining("count") as string,
    });
    expect(changes[1]).toEqual({ bump: "patch", place: "#/info", text: "`description` of Info modified." });
  });
});

describe("the comparison", { timeout: 60_000 }, () => {
  it("proves itself on a description that loses a path", async () => {
    await expect(proveComparison(valid)).resolves.toBeUndefined();
  });

  it("fails its proof when its configuration rates nothing", async () => {
    const config = fileURLToPath(new URL("../../redocly.yaml", import.meta.url));
    await expect(proveComparison(valid, { config })).rejects.toThrow(/calls .* "patch", not "major"/);
  });
});
