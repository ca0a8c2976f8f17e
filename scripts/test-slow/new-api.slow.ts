import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeScratch, type Scratch } from "../src/scratch.ts";

const fixtures = fileURLToPath(new URL("../test/fixtures/new-api/", import.meta.url));

describe("a fourth API", () => {
  let scratch: Scratch;
  let skeleton: string;
  beforeAll(async () => {
    scratch = await makeScratch("new-api");
    // As the fourth API comes after the first release of the three.
    await scratch.run("pnpm", "release:version");
    await scratch.commit("Versions");
    cpSync(join(fixtures, "help-desk"), join(scratch.root, "specs/help-desk"), { recursive: true });
    await scratch.run("pnpm", "new-api", "help-desk");
    skeleton = readFileSync(join(scratch.root, "packages/sessions/src/help-desk.ts"), "utf8");
  });
  afterAll(() => scratch.remove());

  test("has a description that obeys every rule", async () => {
    expect(await scratch.run("node", "scripts/src/specs/lint.ts")).toMatch(
      /help-desk +3 operations +3\.1 clean +3\.0\.3 clean/,
    );
  });

  test("has a client that is generated, and builds before anything is written by hand", async () => {
    await scratch.run("pnpm", "generate:check");
    await scratch.run("pnpm", "build");
    const built = readdirSync(join(scratch.root, "specs/dist/help-desk"));
    expect(built).toEqual(expect.arrayContaining(["CHANGELOG.md", "openapi.json", "openapi-3.0.yaml"]));
  });

  test("is published as the others are, and its changeset claims all that changed", async () => {
    await scratch.run("pnpm", "--dir", "packages/contract-tests", "exec", "vitest", "run", "packaging");
    const check = await scratch.run("pnpm", "release:check");
    for (const name of ["help-desk", "sessions", "specs"]) expect(check).toMatch(new RegExp(`/${name} .* minor +ok`));
  });

  test("costs under 60 lines of adapter by hand", async () => {
    const adapter = readFileSync(join(fixtures, "adapter.ts"), "utf8");
    const known = new Set(skeleton.split("\n"));
    const byHand = adapter.split("\n").filter((line) => !known.has(line));
    expect(byHand.length).toBeGreaterThan(5);
    expect(byHand.length).toBeLessThan(60);
    writeFileSync(join(scratch.root, "packages/sessions/src/help-desk.ts"), adapter);
  });

  test("then type-checks, is formatted, and keeps to the arrows of the house", async () => {
    await scratch.run("pnpm", "build");
    for (const name of ["help-desk", "sessions"]) await scratch.run("pnpm", "--dir", `packages/${name}`, "typecheck");
    const made = ["packages/help-desk", "packages/sessions", ".changeset"];
    await scratch.run("pnpm", "exec", "prettier", "--check", ...made);
    await scratch.run("pnpm", "lint");
  });

  test("has a provider that conforms, and lists through the facade", async () => {
    const program = join(scratch.root, "packages/contract-tests/help-desk.mjs");
    cpSync(join(fixtures, "checks.mjs"), program);
    const { checks, refs, first } = JSON.parse(await scratch.run("node", program)) as {
      readonly checks: readonly { readonly name: string; readonly problem?: string }[];
      readonly refs: readonly string[];
      readonly first: object;
    };
    expect(checks.filter(({ problem }) => problem !== undefined)).toEqual([]);
    expect(checks).toHaveLength(10);
    // The 20 in the range, and the one that the suite has created in it.
    expect(refs).toHaveLength(21);
    expect(first).toMatchObject({ ref: "desk:c0", kind: "help-desk", title: "Question 0", status: "open" });
  });

  test("is not made twice: nothing is written where it is there", async () => {
    const before = await scratch.run("git", "status", "--porcelain");
    await expect(scratch.run("pnpm", "new-api", "help-desk")).rejects.toThrow(
      "there is a packages/help-desk already; remove it to make it anew, or choose another name",
    );
    expect(await scratch.run("git", "status", "--porcelain")).toBe(before);
  });
});
