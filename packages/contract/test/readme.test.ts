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

it("the README's code prints what the README says", async () => {
  const readme = await readFile(join(PACKAGE, "README.md"), "utf8");
  const block = (language: string) => readme.split(`\`\`\`${language}\n`)[1]?.split("```")[0] ?? "";
  const folder = await mkdtemp(join(tmpdir(), "contract-"));
  try {
    await mkdir(join(folder, "node_modules", "@org"), { recursive: true });
    await symlink(PACKAGE, join(folder, "node_modules", "@org", "contract"));
    await writeFile(join(folder, "package.json"), '{ "type": "module" }');
    await writeFile(join(folder, "checks.js"), await compileDescription(await readLibrary()));
    await writeFile(join(folder, "main.js"), block("js"));
    const { stdout } = await promisify(execFile)(process.execPath, ["main.js"], { cwd: folder });
    expect(stdout).toBe(block("text"));
  } finally {
    await rm(folder, { recursive: true });
  }
});
