import { execFileSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { blocksOf, isCode } from "../src/guides/blocks.ts";
import { commandsOf, npxCallsOf } from "../src/guides/commands.ts";
import { blocks, packageFolder } from "./support.ts";

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
const repository = resolve(packageFolder, "../..");
const read = (file: string): string => readFileSync(join(repository, file), "utf8");
const manifest = (file: string): Manifest => JSON.parse(read(file)) as Manifest;
const outside = (path: string): boolean => /(^|\/)(node_modules|dist|\.generated|\.git)(\/|$)/.test(path);
const find = (pattern: string): string[] =>
  globSync(pattern, { cwd: repository, exclude: outside }).filter((file) => !outside(file));

const published = ["specs/package.json", ...find("packages/*/package.json")]
  .map((file) => ({ folder: join(repository, file, ".."), ...manifest(file) }))
  .filter((candidate) => !candidate.private);
const bins = published.flatMap(({ name, folder, bin = {} }) =>
  Object.entries(bin).map(([command, file]) => ({ package: name, command, file: join(folder, file) })),
);
// Generators that are installed in a version of our choice.
const tools = new Set(
  find("packages/downstream/tools/**/package.json").flatMap((file) => Object.keys(manifest(file).dependencies ?? {})),
);
const texts = find("**/*.{md,mdx}").map((file) => ({ file, text: read(file) }));

/** What is wrong with an `npx` call: without `-p` it fetches whatever package has the name of the command. */
function problemOf([first = "", ...rest]: readonly string[]): string | undefined {
  const [name, command] = first === "-p" || first === "--package" ? rest : [first, undefined];
  if (name === undefined) return "names no package";
  const ours = published.find((candidate) => candidate.name === name);
  if (!ours) return name.startsWith("@") || tools.has(name) ? undefined : "may be a stranger's package";
  return ours.bin && command !== undefined && command in ours.bin ? undefined : `${name} has no such command`;
}

describe("npx, in any text of the repository", () => {
  test("names the package that it runs, with -p where that is one of ours", () => {
    const calls = texts.flatMap(({ file, text }) => npxCallsOf(text).map((words) => ({ file, words })));
    expect(calls.filter(({ words }) => bins.some(({ command }) => words.includes(command))).length).toBeGreaterThan(4);
    const wrong = calls.flatMap(({ file, words }) => {
      const problem = problemOf(words);
      return problem === undefined ? [] : [`${file}: npx ${words.join(" ")}: ${problem}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe("shell blocks of the guides", () => {
  const commands = blocks
    .filter(({ language }) => language === "sh")
    .flatMap(({ page, code }) => commandsOf(code).map((words) => ({ page, words })));
  const shown = ({ page, words }: (typeof commands)[number]): string => `${page}: ${words.join(" ")}`;

  test("name commands that exist", () => {
    const generators = texts
      .filter(({ file }) => file.startsWith("packages/downstream/guides/"))
      .flatMap(({ file, text }) => blocksOf(file, text))
      .filter(({ language }) => language === "sh")
      .flatMap(({ code }) => commandsOf(code).map(([command]) => command));
    const known = new Set(["npm", "npx", "node", "curl", "export", ...generators]);
    expect(commands.length).toBeGreaterThan(20);
    expect(commands.filter(({ words: [command] }) => !known.has(command)).map(shown)).toEqual([]);
  });

  test("give our own commands options that those have", () => {
    for (const { command, file } of bins) {
      const help = execFileSync(process.execPath, [file, "--help"], { encoding: "utf8" });
      const used = commands.filter(({ words: [first, ...words] }) => first === "npx" && words.includes(command));
      expect(used, command).not.toEqual([]);
      for (const { words } of used) {
        const own = words.slice(words.indexOf(command) + 1).filter((word) => word.startsWith("-"));
        for (const option of own) expect(help).toContain(option);
      }
    }
  });

  test("read files that the packages hold", () => {
    const files = commands.flatMap(({ words }) => words.filter((word) => word.startsWith("node_modules/")));
    expect(files).not.toEqual([]);
    expect(files.filter((file) => !existsSync(join(packageFolder, file)))).toEqual([]);
  });

  test("install packages that are published, or that this package has tried", () => {
    const { dependencies, devDependencies } = manifest("packages/docs/package.json");
    const known = new Set([
      ...published.map(({ name }) => name),
      ...Object.keys({ ...dependencies, ...devDependencies }),
    ]);
    const unknown = commands.flatMap((command) => installedBy(command.words).filter((name) => !known.has(name)));
    expect(unknown).toEqual([]);
  });

  const guides = [...new Set(blocks.map(({ page }) => page))].filter((page) => page.startsWith("guides/"));
  test.each(guides)("of %s install all that its programs import", (page) => {
    const code = blocks.filter((block) => block.page === page && isCode(block)).map((block) => block.code);
    const imported = code.flatMap((text) =>
      [...text.matchAll(/^(?:import|export)\b[^;]*? from "([^"]+)"/gm)].map(([, specifier = ""]) =>
        packageOf(specifier),
      ),
    );
    const here = commands.filter((command) => command.page === page);
    const installed = new Set(here.flatMap(({ words }) => installedBy(words)));
    const missing = [...new Set(imported)].filter((name) => !name.startsWith("node:") && !installed.has(name));
    expect(missing).toEqual([]);
  });
});

const packageOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

function installedBy([command, verb, ...rest]: readonly string[]): string[] {
  return command === "npm" && verb === "install" ? rest.filter((word) => !word.startsWith("-")) : [];
}
