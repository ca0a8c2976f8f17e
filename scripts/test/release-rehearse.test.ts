import { describe, expect, test } from "vitest";
import { failed, passed, skipped, type Outcome, type Row } from "../src/release/rehearse/outcome.ts";
import { asCommonJs, asFunction, asModule, type Program } from "../src/release/rehearse/programs.ts";
import { networkOf } from "../src/release/rehearse/registry.ts";
import { drawTable, holes } from "../src/release/rehearse/table.ts";

const program: Program = {
  of: "@org/box",
  name: "README.md",
  source: `import { createEmulator } from "@org/emulator";
import { createBox as makeBox } from "@org/box";
import checks from "./checks.js";
import box from "@org/specs/box" with { type: "json" };

const { fetch } = createEmulator();
const size: number = await makeBox({ fetch, checks, box }).size();
console.log(size);
`,
  language: "ts",
  packages: ["@org/box", "@org/emulator"],
  needsNode: false,
};

describe("a README's program", () => {
  test("meets the served emulator, and loses its types", () => {
    const code = asModule(program);
    expect(code).toContain('import { createEmulator } from "./served.mjs";');
    expect(code).toContain("const size = await makeBox");
  });

  test("keeps the emulator in the process to set its faults", () => {
    const code = asModule({ ...program, source: `${program.source}emulator.faults.add({});\n` });
    expect(code).toContain('import { createEmulator } from "@org/emulator";');
  });

  test("becomes a function that keeps its imports outside, for workers", () => {
    const code = asFunction(program);
    expect(code.indexOf("import checks")).toBeLessThan(code.indexOf("export async function run(console) {"));
    expect(code.slice(code.indexOf("function run"))).not.toContain("import ");
  });

  test("becomes one that requires instead of importing", () => {
    const code = asCommonJs(program);
    expect(code).toContain('const { createBox: makeBox } = require("@org/box");');
    expect(code).toContain('const checks = require("./checks.js").default;');
    expect(code).toContain('const box = require("@org/specs/box");');
    expect(code).not.toMatch(/^import /m);
  });
});

describe("the table", () => {
  const row = (runtime: string, outcomes: readonly Outcome[]): Row => ({
    runtime,
    outcomes: new Map([["@org/box", outcomes]]),
  });

  test("says FAILED where any program failed, and why", () => {
    const table = drawTable([row("Node", [passed, failed("it broke")])], ["@org/box"]);
    expect(table).toMatch(/^Node +FAILED$/m);
    expect(table).toContain("Node, @org/box: it broke");
  });

  test("says ok where one passed and another is not for this runtime", () => {
    expect(drawTable([row("Bun", [passed, skipped("needs Node")])], ["@org/box"])).toMatch(/^Bun +ok$/m);
  });

  test("names a runtime on which nothing ran, and no other", () => {
    const rows = [row("Chromium", [skipped("is not here")]), row("Bun", [passed, skipped("needs Node")])];
    expect(holes(rows)).toEqual(["Chromium was skipped: it is not here"]);
    expect(drawTable(rows, ["@org/box"])).toMatch(/^Chromium +skipped$/m);
  });
});

describe("the network of npm", () => {
  const read = (settings: Readonly<Record<string, string>>) => networkOf((name) => `${settings[name] ?? "null"}\n`);

  test("is the registry's, with its certificates and proxies", () => {
    const settings = {
      registry: "https://r.example/",
      cafile: "/ca.pem",
      "https-proxy": "http://p.example:1",
      noproxy: "",
    };
    expect(read(settings)).toEqual({
      uplink: "https://r.example/",
      env: { NODE_EXTRA_CA_CERTS: "/ca.pem", https_proxy: "http://p.example:1" },
    });
  });

  test("is the plain one where nothing is set", () => {
    expect(read({ registry: "https://r.example/" }).env).toEqual({});
  });
});
