import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { adapterFile } from "../src/new-api/adapter-file.ts";
import { changelogFile } from "../src/new-api/changelog-file.ts";
import { checkFree, checkName, checkNamesDiffer } from "../src/new-api/check-name.ts";
import { packageFiles } from "../src/new-api/package-files.ts";
import { makePlan, type Plan } from "../src/new-api/plan.ts";
import { camelCase, pascalCase } from "../src/generate/names.ts";
import { findApis, repository } from "../src/specs/apis.ts";

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

describe("a new API may not have the name", () => {
  test.each(["", "Help-Desk", "help_desk", "-desk", "desk-", "2desk", "help desk", "../desk"])(
    "%j, which is none",
    (name) => {
      expect(() => checkName(name)).toThrow(`"${name}" is not the name of an API; give one like help-desk`);
    },
  );

  test.each(["new", "class", "default", "await", "eval", "static"])("%s, a word of the language", (name) => {
    expect(() => checkName(name)).toThrow(`"${name}" is a word of the language`);
  });

  test("of a folder that a build empties", () => {
    expect(() => checkName("dist")).toThrow("specs/dist is a folder of the repository");
  });

  test("but one that only begins with such a word", () => {
    for (const name of ["help-desk", "newsdesk", "new-desk", "desk2"]) expect(() => checkName(name)).not.toThrow();
  });
});

describe("the name of a new API must be free", () => {
  const isTaken = (name: string): string => {
    try {
      checkFree(name, repository);
      return "";
    } catch (error) {
      return (error as Error).message;
    }
  };

  test.each(readdirSync(join(repository, "packages")))("as the package %s is not", (name) => {
    expect(isTaken(name)).toContain(`there is a packages/${name} already`);
  });

  test.each(["adapter", "conformance", "index", "ref", "errors"])("as the facade's own module %s is not", (name) => {
    expect(isTaken(name)).toContain(`there is a packages/sessions/src/${name}`);
  });

  test.each(["specs", "scripts"])("as the workspace %s is not", (name) => {
    expect(isTaken(name)).toMatch(new RegExp(String.raw`^${name}/package\.json has the name @org/${name};`));
  });

  test("as a package is not whose folder has another name", () => {
    const root = mkdtempSync(join(tmpdir(), "new-api-"));
    folders.push(root);
    mkdirSync(join(root, "packages/desk"), { recursive: true });
    writeFileSync(join(root, "packages/desk/package.json"), '{ "name": "@org/help-desk" }');
    expect(() => checkFree("help-desk", root)).toThrow("packages/desk/package.json has the name @org/help-desk");
  });

  test("and help-desk is", () => {
    expect(isTaken("help-desk")).toBe("");
  });
});

describe("the files of a new API", () => {
  const planFor = async (name: string): Promise<Plan> => {
    const [api] = findApis();
    if (api === undefined) throw new Error("there is no description");
    const plan = await makePlan(api, "@org");
    return { ...plan, name, type: pascalCase(name), value: camelCase(name) };
  };
  const check = async (name: string): Promise<void> => {
    const plan = await planFor(name);
    for (const [file, text] of [["adapter", adapterFile(plan)] as const, ...packageFiles(plan)])
      if (file === "adapter" || file.endsWith(".ts")) checkNamesDiffer(file, text);
  };

  test("give no name to two things", async () => {
    await expect(check("help-desk")).resolves.toBeUndefined();
  });

  test.each([
    ["transport", "src/client.ts", "createTransport"],
    ["client", "src/client.ts", "ClientOptions"],
    ["read-range", "adapter", "readRange"],
    ["list-range", "adapter", "ListRange"],
  ])("are refused where %s would: in %s, %s", async (name, file, twice) => {
    await expect(check(name)).rejects.toThrow(`${file} would have two things of the name ${twice}`);
  });

  test("say what the first release of the description has, in the version that it will have", async () => {
    const text = changelogFile({ ...(await planFor("help-desk")), operations: ["a", "b"] }, "1.2.3");
    expect(text).toContain("## 1.3.0\n\nFirst release: `a`, `b`.\n");
  });
});
