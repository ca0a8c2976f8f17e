import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { groups } from "../groups/index.ts";
import { mutate } from "../harness/mutant.ts";

const root = resolve(import.meta.dirname, "../../../..");
const names = groups.flatMap(({ title, mutants }) => mutants.map(({ name }) => `${title}: ${name}`));

describe.each(groups)("$title", ({ sources, tests, mutants }) => {
  test.each(mutants)("has a mutant that still fits the code: $name", (mutant) => {
    const text = readFileSync(join(root, sources, mutant.file), "utf8");
    expect(mutate(text, mutant)).not.toBe(text);
  });

  test("is judged by tests that are there", () => {
    for (const file of tests) expect(existsSync(join(root, file)), file).toBe(true);
  });

  test("has at least five mutants", () => expect(mutants.length).toBeGreaterThanOrEqual(5));
});

test("no two mutants have the same name", () => expect(new Set(names).size).toBe(names.length));
