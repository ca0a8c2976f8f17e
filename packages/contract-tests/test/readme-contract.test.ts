import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const here = dirname(fileURLToPath(import.meta.url));
const readme = readFileSync(join(here, "../../contract/README.md"), "utf8");

/** The first block of a language. */
const block = (language: string): string => readme.split(`\`\`\`${language}\n`)[1]?.split("```")[0] ?? "";

test("the ten lines in the README of the contract engine find the fault of the emulator, and print what is printed there", () => {
  // Inside this package, so that the workspace's packages are found by name.
  const folder = mkdtempSync(join(here, "../.readme-"));
  try {
    const program = join(folder, "main.ts");
    writeFileSync(program, block("ts"));
    const output = execFileSync(process.execPath, [program], { encoding: "utf8", timeout: 30_000 });
    expect(output).toBe(block("text"));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("they are ten, apart from imports and blank lines", () => {
  const lines = block("ts")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("import "));
  expect(lines.length).toBeLessThanOrEqual(10);
});
