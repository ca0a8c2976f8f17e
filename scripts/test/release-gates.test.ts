import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { reachableDeclarations } from "../src/declarations.ts";
import { broughtAlong, dependencyScripts, scriptsOf } from "../src/release/gates/dependency-scripts.ts";
import { installScripts } from "../src/release/gates/install-scripts.ts";
import { isPermissive } from "../src/release/gates/licences.ts";
import type { Tarball } from "../src/release/pack/pack.ts";
import { tarballs } from "../src/release/gates/tarballs.ts";
import { actionProblems, workflowProblems } from "../src/release/gates/workflow-rules.ts";
import { workflowFiles } from "../src/release/gates/workflows.ts";
import { publicPackages, type Manifest } from "../src/release/packages.ts";

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

const write = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), "gates-"));
  folders.push(folder);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
};

describe("a licence is permissive", () => {
  test.each(["MIT", "(MIT OR GPL-3.0)", "Apache-2.0 AND MIT"])("%s", (licence) => {
    expect(isPermissive(licence)).toBe(true);
  });

  test.each(["GPL-3.0", "Apache-2.0 AND GPL-3.0", "Unknown", ""])("but not %j", (licence) => {
    expect(isPermissive(licence)).toBe(false);
  });
});

describe("a workflow", () => {
  const commit = "b4ffde65f46336ab88eb53be808477a3936bae11";
  const workflow = (step: string, on = "push"): string =>
    `on: ${on}\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      ${step}\n`;

  test("may use actions that are pinned by a commit or a digest, or are of this repository", () => {
    expect(workflowProblems(workflow(`- uses: actions/checkout@${commit} # v4`))).toEqual([]);
    expect(workflowProblems(workflow("- uses: ./.github/actions/x"))).toEqual([]);
    expect(workflowProblems(workflow(`- uses: docker://alpine@sha256:${"0".repeat(64)}`))).toEqual([]);
  });

  test.each([
    "- uses: actions/checkout@v4",
    "- uses: actions/cache@main",
    "- uses: actions/cache@b4ffde6",
    '- "uses": actions/checkout@v4',
    "- { uses: actions/checkout@v4 }",
    "- ? uses\n        : actions/checkout@v4",
    "- uses: docker://alpine:3",
    `- uses: actions/checkout@v4 # @${commit}`,
  ])("may not use an action that could change: %j", (step) => {
    expect(workflowProblems(workflow(step))).toEqual([expect.stringMatching(/is not pinned by a /)]);
  });

  test("may not call a workflow that could change, nor an action that nobody looks at", () => {
    const job = (uses: string): string => `on: push\npermissions: {}\njobs:\n  a:\n    uses: ${uses}\n`;
    expect(workflowProblems(job("org/other/.github/workflows/x.yml@main"))).toHaveLength(1);
    expect(workflowProblems(job("./.github/workflows/ci.yml"))).toEqual([]);
    expect(workflowProblems(workflow("- uses: ./tools/action"))).toEqual([expect.stringMatching(/outside .github/)]);
  });

  test.each(["pull_request_target", "[push, pull_request_target]", "{ pull_request_target: { branches: [main] } }"])(
    "may not run the code of strangers with our rights: on %s",
    (on) => {
      expect(workflowProblems(workflow("- run: x", on))).toEqual([expect.stringMatching(/^pull_request_target/)]);
    },
  );

  test("must name its rights, and may not take all, nor may a job", () => {
    const jobs = "jobs:\n  a:\n    permissions: write-all\n    runs-on: x\n    steps: []\n";
    expect(workflowProblems(`on: push\npermissions: write-all\njobs: {}\n`)).toEqual([
      expect.stringMatching(/write-all/),
    ]);
    expect(workflowProblems(`on: push\npermissions: {}\n${jobs}`)).toEqual([expect.stringMatching(/write-all/)]);
    expect(workflowProblems("on: push\njobs: {}\n")).toEqual([expect.stringMatching(/has no permissions/)]);
  });

  test("is found under both endings, and so are the actions of this repository, which are held to the same", () => {
    const root = mkdtempSync(join(tmpdir(), "workflows-"));
    folders.push(root);
    const files = [".github/workflows/a.yml", ".github/workflows/b.yaml", ".github/actions/c/action.yaml"];
    for (const file of [...files, ".github/ISSUE_TEMPLATE/x.yml"]) {
      mkdirSync(join(root, dirname(file)), { recursive: true });
      writeFileSync(join(root, file), "");
    }
    expect(workflowFiles(root)).toEqual({ workflows: files.slice(0, 2), actions: files.slice(2) });
    const action = "runs:\n  using: composite\n  steps:\n    - uses: actions/checkout@v4\n";
    expect(actionProblems(action)).toEqual(["actions/checkout@v4 is not pinned by a commit"]);
  });
});

describe("a tarball", () => {
  const runtime = publicPackages().find(({ directory }) => directory === "packages/runtime");

  const packed = (files: readonly string[], manifest: Partial<Manifest> = {}): Tarball => ({
    package: { ...runtime!, manifest: { ...runtime!.manifest, ...manifest } },
    file: "runtime.tgz",
    bytes: 1,
    files,
  });
  const run = (gate: typeof tarballs, tarball: Tarball): readonly string[] => {
    const result = gate.run({ tarballs: [tarball], tools: "" });
    if (result instanceof Promise) throw new Error("the gate is not expected to wait");
    return result.problems;
  };

  test("may hold nothing that is not used, and must hold what is", () => {
    const problems = run(tarballs, packed(["package.json", "LICENSE", "src/index.ts", "dist/index.js"]));
    expect(problems).toContain("@org/runtime: src/index.ts has no business there");
    expect(problems).toContain("@org/runtime: README.md is missing");
    expect(problems).toContain("@org/runtime: dist/index.js.map is missing");
    expect(problems).toContain("@org/runtime: dist/errors/api-error.d.ts is missing");
    expect(problems).not.toContain("@org/runtime: dist/index.js is missing");
  });

  test("must not run anything when it is installed", () => {
    expect(run(installScripts, packed([], { scripts: { build: "x", postinstall: "x" } }))).toEqual([
      '@org/runtime: has "postinstall"',
    ]);
    expect(run(installScripts, packed(["binding.gyp"]))).toEqual(["@org/runtime: has a binding.gyp"]);
    expect(run(installScripts, packed([]))).toEqual([]);
  });
});

describe("a dependency", () => {
  test("is looked at wherever it stands in the tree, and once", () => {
    const leaf = { version: "1.0.0", path: "/leaf" };
    const branch = { version: "2.0.0", path: "/branch", optionalDependencies: { leaf } };
    const twin = { version: "3.0.0", path: "/twin", dependencies: { leaf } };
    const root = { version: "0.0.0", path: "/root", dependencies: { branch, twin } };
    expect([...broughtAlong([root])]).toEqual([
      ["branch@2.0.0", "/branch"],
      ["leaf@1.0.0", "/leaf"],
      ["twin@3.0.0", "/twin"],
    ]);
  });

  test("may have scripts for those who work on it", () => {
    expect(scriptsOf(write({ "package.json": '{ "scripts": { "build": "x", "prepare": "x" } }' }))).toEqual([]);
    expect(scriptsOf(write({ "package.json": "{}" }))).toEqual([]);
  });

  test("must not run anything when it is installed", () => {
    const scripts = { postinstall: "node install.js", preinstall: "true" };
    const folder = write({ "package.json": JSON.stringify({ scripts }), "binding.gyp": "{}" });
    expect(scriptsOf(folder)).toEqual([
      'has "preinstall": true',
      'has "postinstall": node install.js',
      "has a binding.gyp",
    ]);
  });

  test("that nobody can look into is not taken for harmless", () => {
    expect(scriptsOf(write({}))).toEqual([expect.stringContaining("is not installed here")]);
  });

  test("of the present packages is one of those that their READMEs name", async () => {
    const { checked, problems } = await dependencyScripts.run({ tarballs: [], tools: "" });
    expect(problems).toEqual([]);
    expect(checked).toMatch(/@cfworker\/json-schema@.*ajv@.*ajv-formats@.*openapi-fetch@/);
    expect(checked).not.toContain("esbuild");
  });
});

describe("the declarations that an entry point leads to", () => {
  test("are found through every kind of import, once each, and others are not", () => {
    const folder = write({
      "dist/index.d.ts": 'export * from "./a.js";\nimport type { B } from "./deep/b.js";\nexport type C = B;\n',
      "dist/a.d.ts": 'export declare const a: import("./deep/b.js").B;\n',
      "dist/deep/b.d.ts": 'import "../a.js";\nimport type { X } from "elsewhere";\nexport type B = X;\n',
      "dist/internal.d.ts": "export {};\n",
    });
    const found = reachableDeclarations(folder, ["dist/index.d.ts"]);
    expect([...found].sort()).toEqual(["dist/a.d.ts", "dist/deep/b.d.ts", "dist/index.d.ts"]);
  });

  test("must be there", () => {
    const folder = write({ "dist/index.d.ts": 'export * from "./gone.js";\n' });
    expect(() => reachableDeclarations(folder, ["dist/index.d.ts"])).toThrow(
      /gone\.d\.ts is not there; run pnpm build/,
    );
  });
});
