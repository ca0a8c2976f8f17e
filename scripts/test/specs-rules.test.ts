import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { rules } from "../src/specs/rules/plugin.ts";
import type { Problem } from "../src/specs/redocly.ts";
import { broken } from "./fixtures/specs/broken.ts";
import { changed, lintDocuments } from "./lint-documents.ts";

const valid = parse(readFileSync(new URL("fixtures/specs/valid.yaml", import.meta.url), "utf8")) as object;

// Redocly may mind as well: its own rules overlap with some of ours.
describe("the rules for descriptions", () => {
  let ofValid: Problem[];
  let ofBroken: Problem[][];
  beforeAll(async () => {
    const documents = broken.map(({ at, put }) => changed(valid, at, put));
    [ofValid = [], ...ofBroken] = await lintDocuments([valid, ...documents]);
  }, 60_000);

  it("find nothing in a description that obeys them", () => {
    expect(ofValid).toEqual([]);
  });

  it.each(broken.map((fixture, index) => ({ ...fixture, index })))("$rule refuses $what", ({ rule, index }) => {
    const ours = ofBroken[index]!.map((problem) => problem.rule).filter((name) => name.startsWith("specs/"));
    expect(ours).toEqual([`specs/${rule}`]);
  });

  it("each have a fixture that breaks them", () => {
    expect(new Set(broken.map(({ rule }) => rule))).toEqual(new Set(Object.keys(rules)));
  });
});
