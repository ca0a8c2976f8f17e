import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileDescription } from "../src/compile.js";
import { describing, readLibrary } from "./library.js";

const BIN = fileURLToPath(new URL("../bin/contract.mjs", import.meta.url));
const LIBRARY = fileURLToPath(new URL("fixtures/library.json", import.meta.url));

interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

describe("contract compile", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "contract-"));
    await writeFile(join(folder, "text.json"), "openapi: 3.1.0");
    await writeFile(join(folder, "old.json"), '{ "openapi": "3.0.3" }');
    await writeFile(join(folder, "dangling.json"), JSON.stringify(describing({ $ref: "#/components/schemas/Gone" })));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  const contract = (...args: readonly string[]): Promise<Outcome> =>
    new Promise((resolve) => {
      execFile(process.execPath, [BIN, ...args], { cwd: folder }, (error, stdout, stderr) => {
        resolve({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr });
      });
    });

  it("writes the module and declarations that type its default export", async () => {
    const { exitCode, stdout } = await contract("compile", LIBRARY, "-o", "checks.js");
    const source = await compileDescription(await readLibrary());
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`Wrote checks.js (${Buffer.byteLength(source)} bytes) and checks.d.ts`);
    expect(await readFile(join(folder, "checks.js"), "utf8")).toBe(source);
    expect(await readFile(join(folder, "checks.d.ts"), "utf8")).toContain(
      "declare const description: CompiledDescription;",
    );
  });

  it("makes the folders on the way", async () => {
    expect((await contract("compile", LIBRARY, "-o", "new/folder/checks.js")).exitCode).toBe(0);
    await expect(readFile(join(folder, "new/folder/checks.js"), "utf8")).resolves.toContain("export");
  });

  it("names the declarations after the module", async () => {
    expect((await contract("compile", LIBRARY, "--output", "checks.mjs")).exitCode).toBe(0);
    await expect(readFile(join(folder, "checks.d.mts"), "utf8")).resolves.toContain("export default description;");
  });

  it("shows how it is used", async () => {
    const { exitCode, stdout } = await contract("--help");
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringContaining("Usage: contract compile") });
  });

  it.each([
    [["compile", "none.json", "-o", "a.js"], "Cannot read none.json: there is no such file\n"],
    [["compile", "text.json", "-o", "a.js"], "text.json is not JSON: "],
    [["compile", "old.json", "-o", "a.js"], 'old.json: The document must be OpenAPI 3.1, and says "3.0.3"\n'],
    [["compile", "dangling.json", "-o", "a.js"], '"#/components/schemas/Gone", which does not exist\n'],
    [["compile", LIBRARY, "-o", "text.json/a.js"], "Cannot write text.json/a.js: "],
  ])("%j exits with 2 and one line that says why", async (args, message) => {
    const { exitCode, stderr } = await contract(...args);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining(message) });
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  it.each([
    [[], 'Unknown command ""'],
    [["check"], 'Unknown command "check"'],
    [["compile"], "Name one description"],
    [["compile", "a.json", "b.json"], "Name one description"],
    [["compile", "a.json"], "Say where to write"],
    [["compile", "a.json", "-o", "a.ts"], '"a.ts" must end in .js or .mjs'],
    [["compile", "a.json", "--quiet"], "Unknown option '--quiet'"],
  ])("%j exits with 2 and shows how it is used", async (args, message) => {
    const { exitCode, stderr } = await contract(...args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain("Usage: contract compile");
  });
});
