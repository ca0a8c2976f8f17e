import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const PACKAGE = fileURLToPath(new URL("..", import.meta.url));

describe("the package", () => {
  it("needs nothing but web standards outside its Node entry", async () => {
    const bundle = await readFile(`${PACKAGE}/dist/index.js`, "utf8");
    // The compiled checks carry the text of calls to require, in quotes.
    expect(bundle).not.toMatch(/["']node:|[^'"]\brequire\(|\bprocess\.|\bBuffer\.|\beval\(|new Function/);
    const imports = [...bundle.matchAll(/^import .* from "(.*)";$/gm)].map(([, name]) => name);
    expect(new Set(imports)).toEqual(new Set(["@org/contract"]));
  });

  it("does what its README prints", async () => {
    const readme = await readFile(`${PACKAGE}/README.md`, "utf8");
    const [, code = ""] = /```js\n([^]*?)```/.exec(readme) ?? [];
    const [, printed] = /```text\n([^]*?)```/.exec(readme) ?? [];
    const args = ["--input-type=module", "--eval", code];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: PACKAGE });
    expect(stdout).toBe(printed);
  });

  it("describes every option in its README", async () => {
    const readme = await readFile(`${PACKAGE}/README.md`, "utf8");
    for (const folder of ["foundry", "agent-platform", "xo"]) {
      const source = await readFile(`${PACKAGE}/src/${folder}/options.ts`, "utf8");
      const names = [...source.matchAll(/^  readonly (\w+)\?:/gm)].map(([, name]) => name);
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) expect(readme).toContain(`\`${name}\``);
    }
  });
});
