import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Document } from "../src/specs/bundle.ts";
import { downConvert } from "../src/specs/down-convert.ts";
import { lintDownConverted } from "../src/specs/lint-down-converted.ts";
import { changed } from "./lint-documents.ts";

const valid = parse(readFileSync(new URL("fixtures/specs/valid.yaml", import.meta.url), "utf8")) as Document;
const api = { name: "things", description: "specs/things/openapi.yaml" };

describe("the 3.0.3 form of a description", { timeout: 60_000 }, () => {
  it("is valid when the description obeys the rules", async () => {
    expect(downConvert(valid).openapi).toBe("3.0.3");
    expect(await lintDownConverted([{ api, document: valid }])).toEqual([]);
  });

  it("leaves the 3.1 form as it was", () => {
    const before = structuredClone(valid);
    downConvert(valid);
    expect(valid).toEqual(before);
  });

  it("keeps what may be null", () => {
    const text = JSON.stringify(downConvert(valid));
    expect(text).toContain('"next":{"type":"string","nullable":true}');
    expect(text).not.toContain('"null"');
  });

  it("is linted, and a problem names the description and the pointer", async () => {
    const document = changed(valid, ["info", "summary"], "Things.");
    const [problem] = await lintDownConverted([{ api, document }]);
    expect(problem).toMatchObject({
      file: api.description,
      message: expect.stringContaining("#/info/summary") as string,
    });
  });
});
