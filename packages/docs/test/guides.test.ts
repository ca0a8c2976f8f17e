import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { serve } from "@org/emulator/node";
import { afterAll, describe, expect, test } from "vitest";
import { isCode, programsOf } from "../src/guides/blocks.ts";
import { blocks, packageFolder } from "./support.ts";

const run = promisify(execFile);
const pages = [...new Set(blocks.map(({ page }) => page))];
const programs = pages.flatMap((page) => programsOf(blocks.filter((block) => block.page === page)));

// Inside this package, so that the workspace's packages are found by name.
mkdirSync(join(packageFolder, ".generated"), { recursive: true });
const folder = mkdtempSync(join(packageFolder, ".generated/guides-"));
afterAll(() => rmSync(folder, { recursive: true }));

const files = programs.map((program) => {
  const file = join(
    folder,
    `${program.page.replaceAll("/", "-").replace(/\.mdx?$/, "")}-${program.line}.${program.extension}`,
  );
  writeFileSync(file, `${program.code}\nexport {};\n`);
  return { ...program, file };
});

test("every block of code says what it claims", () => {
  const silent = blocks.filter(
    (block) => isCode(block) && !["run", "types"].some((mark) => block.marks.includes(mark)),
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
      allowJs: true,
      checkJs: true,
    },
    include: ["*.ts", "*.mjs"],
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

const runnable = files.filter(({ runs }) => runs);

describe.concurrent.each(runnable.filter(({ varies }) => !varies))("$page:$line", ({ file, output }) => {
  test("runs, and prints what the page says", { timeout: 60_000 }, async ({ expect: check }) => {
    const { stdout } = await run(process.execPath, [file], { timeout: 50_000 });
    check(output, "the page says nothing of it").not.toEqual([]);
    check(stdout.trim()).toBe(output.join("\n").trim());
  });
});

describe.concurrent.each(runnable.filter(({ varies }) => varies))("$page:$line", ({ file, output }) => {
  test("runs, and prints something of which the page says nothing", { timeout: 60_000 }, async ({ expect: check }) => {
    const { stdout } = await run(process.execPath, [file], { timeout: 50_000 });
    check(output).toEqual([]);
    check(stdout.trim()).not.toBe("");
  });
});

describe("shell blocks", () => {
  test.each(blocks.filter(({ language, marks }) => language === "sh" && marks.includes("run")))(
    "$page:$line runs against a served emulator",
    { timeout: 20_000 },
    async ({ code }) => {
      const { url, emulator, close } = await serve();
      try {
        // The page says where the emulator is, and with which token it opens. The port is another one here.
        const here = code.replace("http://127.0.0.1:4010", url.replace(/\/$/, ""));
        expect(here).not.toBe(code);
        const { stdout } = await run("bash", ["-c", here], { env: { PATH: process.env.PATH } });
        expect(emulator.log.map(({ status }) => status)).toEqual([200]);
        expect(JSON.parse(stdout)).toBeTypeOf("object");
      } finally {
        await close();
      }
    },
  );
});
