import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readTexts } from "../src/rescope/files.ts";
import { hasScope } from "../src/rescope/rename.ts";
import { makeScratch, type Scratch } from "../src/scratch.ts";

describe("under another scope", () => {
  let scratch: Scratch;
  beforeAll(async () => {
    scratch = await makeScratch("rescope");
    await scratch.run("pnpm", "rescope", "acme");
  });
  afterAll(() => scratch.remove());

  test("no tracked file speaks of the old one", async () => {
    const manifest = readFileSync(new URL("../../packages/runtime/package.json", import.meta.url), "utf8");
    const [old = ""] = (JSON.parse(manifest) as { readonly name: string }).name.split("/");
    const changed = (await scratch.run("git", "diff", "--name-only")).trim().split("\n");
    expect(changed.length).toBeGreaterThan(300);
    expect(changed).toContain("pnpm-lock.yaml");
    const holders = [...readTexts(scratch.root)].filter(([, text]) => hasScope(text, old)).map(([file]) => file);
    expect(holders).toEqual([]);
  });

  test("the whole suite passes", { timeout: 900_000 }, async () => {
    await scratch.run("npm", "test");
  });

  test("doing it again changes nothing", async () => {
    const before = await scratch.run("git", "status", "--short");
    expect(await scratch.run("pnpm", "rescope", "acme")).toMatch(/^the scope is \S+ already$/m);
    expect(await scratch.run("git", "status", "--short")).toBe(before);
  });
});
