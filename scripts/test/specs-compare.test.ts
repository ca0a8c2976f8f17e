import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Document } from "../src/specs/bundle.ts";
import { compareDescriptions } from "../src/specs/compare.ts";
import { proveComparison } from "../src/specs/prove-comparison.ts";
import { changed } from "./lint-documents.ts";

const valid = parse(readFileSync(new URL("fixtures/specs/valid.yaml", import.meta.url), "utf8")) as Document;

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
  { what: "a response property", at: [...result, "total"], put: { type: "integer" } },
  { what: "an optional request property", at: [...sent, "properties", "colour"], put: { type: "string" } },
  { what: "an optional parameter", at: [...list, "parameters", 2], put: size },
];

/** What no user's code can notice; also, by Redocly's rules, one more value that a request may have. */
const explaining: readonly Case[] = [
  { what: "the text of an operation", at: [...list, "description"], put: "Lists what is in a box." },
  { what: "whether a request may be repeated", at: [...put, "x-retry", "reason"], put: "Because." },
  { what: "a request value", at: [...sent, "properties", "size", "enum", 2], put: "huge" },
];

describe("a change of a description", { timeout: 60_000 }, () => {
  it.each(breaking)("$what is major", async ({ at, put }) => {
    expect((await compareDescriptions(valid, changed(valid, at, put))).bump).toBe("major");
  });

  it.each(adding)("$what is minor", async ({ at, put }) => {
    expect((await compareDescriptions(valid, changed(valid, at, put))).bump).toBe("minor");
  });

  it.each(explaining)("$what is a patch", async ({ at, put }) => {
    expect((await compareDescriptions(valid, changed(valid, at, put))).bump).toBe("patch");
  });

  it("that is none asks for nothing", async () => {
    expect(await compareDescriptions(valid, structuredClone(valid))).toEqual({ bump: "none", changes: [] });
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
