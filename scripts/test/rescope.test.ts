import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { readTexts } from "../src/rescope/files.ts";
import { readScope, renameScope } from "../src/rescope/rename.ts";
import { rescope } from "../src/rescope/rescope.ts";

// Put together, so that renaming the repository leaves these tables as they are.
const at = "@";
const from = `${at}org`;
const to = `${at}acme`;
/** `$` stands for the old scope, `%` for the new one. */
const fill = (text: string): string => text.replaceAll("$", from).replaceAll("%", to);
const rename = (text: string): string => renameScope(fill(text), from, to);

describe("a scope is renamed", () => {
  test.each([
    ['import "$/runtime";', 'import "%/runtime";'],
    ['"$/kore-xo": "workspace:^"', '"%/kore-xo": "workspace:^"'],
    ["'$/runtime@packages+runtime':", "'%/runtime@packages+runtime':"],
    ['Symbol.for("$/runtime/transport")', 'Symbol.for("%/runtime/transport")'],
    [String.raw`/^$\/store changed/`, String.raw`/^%\/store changed/`],
    ["`$`, a placeholder, and $.", "`%`, a placeholder, and %."],
    ["$/a $/b", "%/a %/b"],
  ])("in %s", (text, expected) => {
    expect(rename(text)).toBe(fill(expected));
  });

  test.each(["$anization/x", "$-tools/x", "me$", "packages$/x", "$.example"])("but not in %s", (text) => {
    expect(rename(text)).toBe(fill(text));
  });

  test("to one that a pattern or a replacement would read otherwise", () => {
    expect(renameScope(`${at}a.b/x ${at}axb/x`, `${at}a.b`, `${at}$&`)).toBe(`${at}$&/x ${at}axb/x`);
  });

  test("once: doing it again changes nothing", () => {
    expect(renameScope(rename("$/x"), from, to)).toBe(fill("%/x"));
  });
});

describe("a scope", () => {
  const names = [`${from}/runtime`, `${from}/kore-agent-platform`];

  test.each(["acme", "acme-tools", "a1", "my-org.x"])("may be %s, with and without its first sign", (scope) => {
    expect(readScope(scope, names)).toBe(at + scope);
    expect(readScope(at + scope, names)).toBe(at + scope);
  });

  test.each(["", "@", `${at}${at}acme`, "Acme", "acme/", "ac me", "acme/x", "--help"])(
    "may not be %j, and the error says what may",
    (scope) => {
      expect(() => readScope(scope, names)).toThrow(`"${scope}" is not a scope; give one like acme`);
    },
  );

  test("may not make any name longer than npm allows", () => {
    const room = 214 - "/kore-agent-platform".length;
    expect(readScope("a".repeat(room - 1), names)).toHaveLength(room);
    expect(() => readScope("a".repeat(room), names)).toThrow(
      `a scope of ${room + 1} characters is too long; with ${room}, names have npm's 214`,
    );
  });
});

describe("a repository", () => {
  const folders: string[] = [];
  afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

  const repository = (files: Readonly<Record<string, string | Buffer>>): string => {
    const root = mkdtempSync(join(tmpdir(), "rescope-"));
    folders.push(root);
    const manifest = fill('{ "name": "$/runtime" }');
    for (const [file, content] of Object.entries({ "packages/runtime/package.json": manifest, ...files })) {
      mkdirSync(join(root, dirname(file)), { recursive: true });
      writeFileSync(join(root, file), content);
    }
    execFileSync("git", ["init", "--quiet"], { cwd: root });
    return root;
  };

  test.each([
    ["pnpm-lock.yaml", "  '%/node@24.10.1':\n"],
    ["packages/box/package.json", '{ "name": "$/box", "devDependencies": { "%/client": "1.0.0" } }'],
    ["src/index.ts", "/** % of a docstring */"],
  ])("takes no scope that %s has already, and nothing is written", (file, text) => {
    const root = repository({ [file]: fill(text), "README.md": fill("$/runtime") });
    expect(() => rescope(root, "acme")).toThrow(`${to} means something else in ${file}; choose another scope`);
    expect(readFileSync(join(root, "README.md"), "utf8")).toBe(fill("$/runtime"));
  });

  test("says that it has a scope already", () => {
    expect(rescope(repository({}), "org")).toEqual({ from, to: from, files: 0 });
  });

  test("keeps every byte around the scope, in whatever encoding, and files that are no text", () => {
    const encoded = (scope: string): Buffer =>
      Buffer.concat([
        Buffer.from([0xef, 0xbb, 0xbf, 0xe9, 0x20]),
        Buffer.from(`${scope}/x ü\r\n`),
        Buffer.from([0xff]),
      ]);
    const binary = Buffer.from(`\0${from}/x`);
    const root = repository({ "latin.txt": encoded(from), "picture.png": binary });
    expect(rescope(root, "acme")).toEqual({ from, to, files: 2 });
    expect(readFileSync(join(root, "latin.txt"))).toEqual(encoded(to));
    expect(readFileSync(join(root, "picture.png"))).toEqual(binary);
  });
});

describe("this repository, every byte of it, is the same after there and back by", () => {
  const texts = readTexts(fileURLToPath(new URL("../../", import.meta.url)));
  const { name } = JSON.parse(texts.get("packages/runtime/package.json") ?? "") as { readonly name: string };
  const [present = ""] = name.split("/");

  test.each(["acme", "a", "my-org.x"])("%s", (other) => {
    const there = (text: string): string => renameScope(text, present, at + other);
    const back = (text: string): string => renameScope(text, at + other, present);
    expect([...texts].filter(([, text]) => back(there(text)) !== text).map(([file]) => file)).toEqual([]);
    expect([...texts].filter(([, text]) => there(text) !== text).length > 300).toBe(present !== at + other);
  });
});
