import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { ProgramFolder } from "../types/support/compile.js";

/** Every entry point that a user of the SDK may import, but for `/raw`, which exists to give the engine away. */
const entryPoints = ["runtime", "foundry-aip-agents", "kore-agent-platform", "kore-xo", "sessions"].flatMap((name) => {
  const file = fileURLToPath(new URL(`../../${name}/package.json`, import.meta.url));
  const manifest = JSON.parse(readFileSync(file, "utf8")) as { readonly exports: Readonly<Record<string, unknown>> };
  return Object.keys(manifest.exports)
    .filter((path) => path !== "./package.json" && path !== "./raw")
    .map((path) => `@org/${name}${path.slice(1)}`);
});

const folder = new ProgramFolder({
  "entry-points.ts": entryPoints.map((name, index) => `export * as entry${index} from "${name}";`).join("\n"),
  "raw.ts": 'export * as raw from "@org/kore-xo/raw";',
  // A compiler that does not find a file looks elsewhere. What it finds here has nothing in it.
  "nothing.d.ts": "export {};",
});
afterAll(() => folder.remove());

const nothing = ["./nothing.d.ts"];
const options = {
  module: "nodenext",
  paths: { "openapi-fetch": nothing, "openapi-typescript": nothing, "openapi-typescript-helpers": nothing },
};

test("all entry points but /raw compile where the engine has no types", async () => {
  const { diagnostics } = await folder.compile({ files: ["entry-points.ts"], options });
  expect(diagnostics).toEqual([]);
});

test("the entry point /raw does not, so the engine's types truly cannot be found", async () => {
  const { diagnostics } = await folder.compile({ files: ["raw.ts"], options });
  expect(diagnostics.map(({ file }) => file)).toEqual([expect.stringMatching(/kore-xo\/dist\/generated\/raw\.d\.ts$/)]);
  expect(diagnostics[0]?.text).toContain("'\"openapi-fetch\"' has no exported member");
});
