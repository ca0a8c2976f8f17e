import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { blocks, packageFolder } from "./support.ts";

const run = promisify(execFile);
const first = blocks.find(({ page, marks }) => page === "guides/start.md" && marks.includes("run"));

mkdirSync(join(packageFolder, ".generated"), { recursive: true });
const folder = mkdtempSync(join(packageFolder, ".generated/start-"));
afterAll(() => rmSync(folder, { recursive: true }));

// What `npm init -y` and `npm install` write differs from version to version; none of them may matter.
test.each([{}, { type: "commonjs" }, { type: "module" }])(
  "in a project of %j the first program runs under the name that the page gives it",
  async (manifest) => {
    writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
    writeFileSync(join(folder, "first.mjs"), first?.code ?? "");
    const { stdout } = await run(process.execPath, ["first.mjs"], { cwd: folder });
    expect(stdout).toBe("New session 1.0\ntrue support\n");
  },
);

test("the page names the file and the command", () => {
  const commands = blocks.filter(({ page, language }) => page === "guides/start.md" && language === "sh");
  expect(commands.map(({ code }) => code)).toContain("node first.mjs");
});
