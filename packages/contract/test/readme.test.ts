import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { compileDescription } from "../src/compile.js";
import { readLibrary } from "./library.js";

const PACKAGE = fileURLToPath(new URL("..", import.meta.url));

it("the README's code for compiled checks prints what the README says", async () => {
  const readme = await readFile(join(PACKAGE, "README.md"), "utf8");
  // The program of the first block needs the emulator, which this package must not know: contract-tests runs that one.
  const [, example = ""] = readme.split("```js\n");
  const [code = "", rest = ""] = example.split("```\n");
  const output = rest.split("```text\n")[1]?.split("```")[0];
  const folder = await mkdtemp(join(tmpdir(), "contract-"));
  try {
    await mkdir(join(folder, "node_modules", "@org"), { recursive: true });
    await symlink(PACKAGE, join(folder, "node_modules", "@org", "contract"));
    await writeFile(join(folder, "package.json"), '{ "type": "module" }');
    await writeFile(join(folder, "checks.js"), await compileDescription(await readLibrary()));
    await writeFile(join(folder, "main.js"), code);
    const { stdout } = await promisify(execFile)(process.execPath, ["main.js"], { cwd: folder });
    expect(stdout).toBe(output);
  } finally {
    await rm(folder, { recursive: true });
  }
});
