import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { apiNames } from "../src/model.ts";
import { fileOf, home } from "../src/places.ts";

const dist = dirname(fileOf("@org/specs", "dist/index.json"));
const read = (path: string): string => readFileSync(join(dist, path), "utf8");

describe("@org/specs", () => {
  const index = JSON.parse(read("index.json")) as {
    readonly apis: readonly { readonly name: string; readonly files: readonly { readonly path: string }[] }[];
  };

  it("lists every API, and only files that there are", () => {
    expect(index.apis.map(({ name }) => name)).toEqual(apiNames);
    const paths = index.apis.flatMap(({ files }) => files.map(({ path }) => path));
    expect(paths.filter((path) => !existsSync(join(dist, path)))).toEqual([]);
    expect(paths).toHaveLength(apiNames.length * 6);
  });

  it.each(apiNames)("says the same of %s in JSON and in YAML", (api) => {
    for (const name of ["openapi", "openapi-3.0"])
      expect(parse(read(`${api}/${name}.yaml`))).toEqual(JSON.parse(read(`${api}/${name}.json`)));
  });

  it.each([
    ["description", ""],
    ["3.0.3 form", "/3.0"],
    ["3.0.3 form in YAML", "/3.0/yaml"],
    ["form in YAML", "/yaml"],
    ["workflows", "/arazzo"],
    ["changelog", "/changelog"],
  ])("leads to the %s", (_, path) => {
    for (const api of apiNames) expect(existsSync(new URL(import.meta.resolve(`@org/specs/${api}${path}`)))).toBe(true);
  });

  // Below the package, where `@org/specs` is found as a user's project finds it.
  const folder = mkdtempSync(join(home, "test/.specs-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
  ])("is typed for an import as JSON under module %s, %s", (module, moduleResolution) => {
    const program = [
      'import foundry from "@org/specs/foundry-aip-agents" with { type: "json" };',
      'import older from "@org/specs/kore-xo/3.0" with { type: "json" };',
      'const id: string = foundry.paths["/v2/aipAgents/agents/{agentRid}/sessions"].get.operationId;',
      "const version: string = older.info.version;",
      "// @ts-expect-error There is no such path.",
      'foundry.paths["/v2/aipAgents/agents"];',
      "console.log(id, version);",
    ];
    writeFileSync(join(folder, "program.mts"), program.join("\n"));
    const options = { module, moduleResolution, strict: true, noEmit: true, resolveJsonModule: true, types: ["node"] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, files: ["program.mts"] }));
    const { stdout } = spawnSync(process.execPath, [fileOf("typescript", "bin/tsc"), "-p", folder], {
      encoding: "utf8",
    });
    expect(stdout).toBe("");
  });
});
