import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compare, write } from "../src/generate/write.ts";

const files = new Map([
  ["a.ts", "a"],
  ["b.ts", "b"],
  ["c.ts", "c"],
]);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "generated-"));
  writeFileSync(join(folder, "a.ts"), "a");
  writeFileSync(join(folder, "b.ts"), "edited");
  writeFileSync(join(folder, "old.ts"), "");
});
afterEach(() => rmSync(folder, { recursive: true }));

const differences = [
  { file: "b.ts", kind: "stale" },
  { file: "c.ts", kind: "missing" },
  { file: "old.ts", kind: "surplus" },
];

describe("generated files", () => {
  it("are compared without being touched: stale, missing and surplus ones are named", () => {
    expect(compare(folder, files)).toEqual(differences);
    expect(readdirSync(folder)).toEqual(["a.ts", "b.ts", "old.ts"]);
    expect(readFileSync(join(folder, "b.ts"), "utf8")).toBe("edited");
  });

  it("are all missing where there is no folder yet", () => {
    expect(compare(join(folder, "none"), files).map(({ kind }) => kind)).toEqual(["missing", "missing", "missing"]);
  });

  it("are written where they differ, and surplus ones go", () => {
    expect(write(folder, files)).toEqual(differences);
    expect(compare(folder, files)).toEqual([]);
    expect(readdirSync(folder)).toEqual(["a.ts", "b.ts", "c.ts"]);
  });

  it("keep their time of change where they do not differ", () => {
    const before = new Date("2026-01-02T00:00:00Z");
    utimesSync(join(folder, "a.ts"), before, before);
    write(folder, files);
    expect(statSync(join(folder, "a.ts")).mtime).toEqual(before);
  });
});
