import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { readBaseline } from "../src/release/check/baseline.ts";
import { readClaims } from "../src/release/check/claims.ts";
import { compileExamples } from "../src/release/check/examples.ts";
import { unversioned } from "../src/release/check/packed.ts";
import { programsOfUsers } from "../src/release/check/programs.ts";
import { checkSeal, seal } from "../src/release/check/seal.ts";
import { repository } from "../src/release/packages.ts";
import { renameScope } from "../src/rescope/rename.ts";

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));
const temporary = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "released-"));
  folders.push(folder);
  return folder;
};

describe("the last release", () => {
  const copied = (): string => {
    const root = temporary();
    for (const part of ["released", "specs/released", "packages/runtime/package.json"]) {
      cpSync(join(repository, part), join(root, part), { recursive: true });
    }
    return root;
  };
  const edit = (root: string, file: string, from: string, to: string): void => {
    const text = readFileSync(join(root, file), "utf8");
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    writeFileSync(
      join(root, file),
      text.replaceAll(from, () => to),
    );
  };

  test("is kept as it was written", () => {
    expect(() => checkSeal(repository)).not.toThrow();
  });

  test.each([
    ["a report", (root: string) => edit(root, "released/packages/kore-xo/api/raw.api.md", "rawClient", "roughClient")],
    ["a version", (root: string) => edit(root, "released/packages.json", '"version"', '"versions"')],
    ["a description", (root: string) => edit(root, "specs/released/kore-xo/openapi.json", "getBotSessions", "getThem")],
    ["what is there", (root: string) => rmSync(join(root, "specs/released/kore-xo"), { recursive: true })],
    ["the digest", (root: string) => rmSync(join(root, "released/digest.txt"))],
  ])("is refused where somebody changed %s", (_what, change) => {
    const root = copied();
    change(root);
    expect(() => checkSeal(root)).toThrow(/is not what the last release left there .* restore both with git/);
    seal(root);
    expect(() => checkSeal(root)).not.toThrow();
  });

  test("is the same under another scope", () => {
    const root = copied();
    const { name } = JSON.parse(readFileSync(join(root, "packages/runtime/package.json"), "utf8")) as { name: string };
    const [scope = ""] = name.split("/");
    for (const file of globSync("**/*.{json,md}", { cwd: root })) {
      const text = readFileSync(join(root, file), "utf8");
      writeFileSync(join(root, file), renameScope(text, scope, "@another"));
    }
    expect(readFileSync(join(root, "released/packages.json"), "utf8")).toContain("@another/");
    expect(() => checkSeal(root)).not.toThrow();
  });

  test("has the programs of users, which compile against the packages as they are", { timeout: 60_000 }, async () => {
    const { examples } = await readBaseline();
    const files = [...examples.keys()];
    expect(files).toContain("packages/contract-tests/types/programs/facade.ts");
    expect(files.filter((file) => file.includes("README.md#")).length).toBeGreaterThan(5);
  });
});

describe("a program of the last release", { timeout: 60_000 }, () => {
  const programs = programsOfUsers();
  const folder = "packages/contract-tests/types/programs";
  const compile = (code: string): readonly string[] => {
    const file = `${folder}/added.ts`;
    const head = 'import { exactly } from "../support/expect.js";\nimport { sessions } from "./facade-of-three.js";\n';
    return compileExamples(new Map([...programs, [file, head + code]])).get(file) ?? [];
  };

  test("compiles while nothing changed", () => {
    expect(compileExamples(programs)).toEqual(new Map());
  });

  test("may be told more than it expects, and need not be wrong any more", () => {
    expect(compile('exactly<string>()("more" as const);')).toEqual([]);
    expect(compile("// @ts-expect-error TS2322: it was a mistake\nexactly<string>()(sessions.ivr.get.name);")).toEqual(
      [],
    );
  });

  test("must not be told less, or nothing", () => {
    expect(compile("exactly<string>()(1 as string | number);")).toEqual([
      expect.stringContaining("Expected 2 arguments"),
    ]);
    expect(compile("declare const any: any;\nexactly<string>()(any);")).toEqual([
      expect.stringContaining("Expected 2 arguments"),
    ]);
    expect(compile("sessions.ivr.create({});")).toEqual([expect.stringContaining("Property 'create' does not exist")]);
  });
});

test("a manifest is compared without what only a release decides", () => {
  const manifest = { name: "@org/a", version: "1.2.3", scripts: { build: "x" }, devDependencies: { c: "1.0.0" } };
  const ranges = { "@org/b": "1.2.3", "@org/c": "^1.2.3", other: "4.5.6" };
  const compared = unversioned({ ...manifest, dependencies: ranges }, new Set(["@org/b", "@org/c"]));
  expect(compared).toEqual({
    name: "@org/a",
    dependencies: { "@org/b": "<its version>", "@org/c": "^<its version>", other: "4.5.6" },
  });
});

test("a changeset for a package that is not there is told with what to do", async () => {
  const root = temporary();
  mkdirSync(join(root, ".changeset"));
  writeFileSync(
    join(root, "package.json"),
    JSON.stringify({ name: "root", private: true, workspaces: ["packages/*"] }),
  );
  writeFileSync(join(root, "package-lock.json"), "{}");
  writeFileSync(join(root, ".changeset/config.json"), "{}");
  mkdirSync(join(root, "packages/a"), { recursive: true });
  writeFileSync(join(root, "packages/a/package.json"), JSON.stringify({ name: "a", version: "1.0.0" }));
  writeFileSync(join(root, ".changeset/gone.md"), '---\n"b": major\n---\n\nNo more b.\n');
  await expect(readClaims(root)).rejects.toThrow(
    /^the changesets make no plan: .*\n?[^]*That a package is gone is claimed for another one/,
  );
});
