import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeScratch, type Scratch } from "../src/scratch.ts";

describe("under another scope", () => {
  let scratch: Scratch;
  beforeAll(async () => {
    scratch = await makeScratch("rescope");
    await scratch.run("pnpm", "rescope", "acme");
  });
  afterAll(() => scratch.remove());

  test("no tracked file speaks of the old one", async () => {
    const { name } = JSON.parse(
      readFileSync(new URL("../../packages/runtime/package.json", import.meta.url), "utf8"),
    ) as {
      name: string;
    };
    const old = `${name.split("/")[0]}/`;
    const changed = (await scratch.run("git", "diff", "--name-only")).trim().split("\n");
    expect(changed.length).toBeGreaterThan(500);
    expect(changed).toContain("pnpm-lock.yaml");
    for (const file of changed) expect(readFileSync(join(scratch.root, file), "utf8"), file).not.toContain(old);
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
