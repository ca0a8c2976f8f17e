import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const PACKAGE = fileURLToPath(new URL("..", import.meta.url));
const MISSING = "Compiling a description needs esbuild, which is not installed: npm install --save-dev esbuild\n";

describe("a project that installed the package and nothing else", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "contract-"));
    const installed = join(folder, "node_modules/@org/contract");
    for (const part of ["package.json", "bin", "dist"]) {
      await cp(join(PACKAGE, part), join(installed, part), { recursive: true });
    }
    const { dependencies } = JSON.parse(await readFile(join(PACKAGE, "package.json"), "utf8")) as {
      readonly dependencies: Readonly<Record<string, string>>;
    };
    for (const name of Object.keys(dependencies)) {
      const link = join(folder, "node_modules", name);
      await mkdir(dirname(link), { recursive: true });
      await symlink(join(PACKAGE, "node_modules", name), link);
    }
    await cp(join(PACKAGE, "test/fixtures/library.json"), join(folder, "library.json"));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  const node = (...args: readonly string[]): Promise<{ exitCode: number; stdout: string; stderr: string }> =>
    new Promise((resolve) => {
      execFile(process.execPath, [...args], { cwd: folder }, (error, stdout, stderr) => {
        resolve({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr });
      });
    });

  it("checks by an interpreted description", async () => {
    const program = [
      'import { createContract } from "@org/contract";',
      'import { interpretDescription } from "@org/contract/interpret";',
      'import library from "./library.json" with { type: "json" };',
      "const found = createContract(interpretDescription(library)).checkResponse('getBook', { status: 299, headers: new Headers() });",
      "console.log(found.map(({ kind }) => kind).join());",
    ];
    await writeFile(join(folder, "main.mjs"), program.join("\n"));
    expect(await node("--no-warnings", "main.mjs")).toEqual({
      exitCode: 0,
      stdout: "undocumented-status\n",
      stderr: "",
    });
  });

  it("is told how to install what compiling needs, by the command", async () => {
    const command = "node_modules/@org/contract/bin/contract.mjs";
    expect(await node(command, "compile", "library.json", "-o", "checks.js")).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: MISSING,
    });
  });

  it("and by an error of its own kind", async () => {
    const program = [
      'import { compileDescription, MissingEsbuildError } from "@org/contract/compile";',
      'import library from "./library.json" with { type: "json" };',
      "const error = await compileDescription(library).catch((thrown) => thrown);",
      "console.log(error instanceof MissingEsbuildError, error.message);",
    ];
    await writeFile(join(folder, "compile.mjs"), program.join("\n"));
    expect((await node("--no-warnings", "compile.mjs")).stdout).toBe(`true ${MISSING}`);
  });
});
