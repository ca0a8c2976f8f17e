import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { serve } from "@org/emulator/node";
import { afterAll, describe, expect, test } from "vitest";
import { programsOf } from "../src/guides/blocks.ts";
import { blocks, packageFolder } from "./support.ts";

const run = promisify(execFile);
const pages = [...new Set(blocks.map(({ page }) => page))];
const programs = pages.flatMap((page) => programsOf(blocks.filter((block) => block.page === page)));

// Inside this package, so that the workspace's packages are found by name.
mkdirSync(join(packageFolder, ".generated"), { recursive: true });
const folder = mkdtempSync(join(packageFolder, ".generated/guides-"));
afterAll(() => rmSync(folder, { recursive: true }));

const files = programs.map((program) => {
  const file = join(folder, `${program.page.replaceAll("/", "-").replace(/\.mdx?$/, "")}-${program.line}.ts`);
  writeFileSync(file, `${program.code}\nexport {};\n`);
  return { ...program, file };
});

test("every block of TypeScript says what it claims", () => {
  const silent = blocks.filter(
    ({ language, marks }) => language === "ts" && !marks.includes("run") && !marks.includes("types"),
  );
  expect(silent.map(({ page, line }) => `${page}:${line}`)).toEqual([]);
});

test("every block compiles", { timeout: 120_000 }, () => {
  const config = {
    compilerOptions: {
      target: "ES2023",
      module: "NodeNext",
      lib: ["ES2024"],
      types: ["node"],
      typeRoots: [join(packageFolder, "node_modules/@types")],
      strict: true,
      noEmit: true,
      skipLibCheck: true,
    },
    include: ["*.ts"],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  const compiler = join(packageFolder, "node_modules/typescript/bin/tsc");
  let report = "";
  try {
    execFileSync(process.execPath, [compiler, "-p", folder], { encoding: "utf8" });
  } catch (error) {
    report = String((error as { stdout?: string }).stdout);
  }
  expect(report).toBe("");
});

describe.concurrent.each(files.filter(({ runs }) => runs))("$page:$line", ({ file, output }) => {
  test("runs, and prints what the page says", { timeout: 60_000 }, async ({ expect: check }) => {
    const { stdout } = await run(process.execPath, [file], { timeout: 50_000 });
    check(stdout.trim()).toBe(output.length === 0 ? stdout.trim() : output.join("\n").trim());
  });
});

describe("shell blocks", () => {
  test.each(blocks.filter(({ language, marks }) => language === "sh" && marks.includes("run")))(
    "$page:$line runs against a served emulator",
    { timeout: 20_000 },
    async ({ code }) => {
      const { url, emulator, close } = await serve();
      try {
        const env = { ...process.env, EMULATOR: url, FOUNDRY_TOKEN: emulator.credentials.foundry.token };
        const { stdout } = await run("bash", ["-c", code], { env });
        expect(emulator.log.map(({ status }) => status)).toEqual([200]);
        expect(JSON.parse(stdout)).toBeTypeOf("object");
      } finally {
        await close();
      }
    },
  );
});
