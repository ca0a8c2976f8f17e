import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { readLibrary } from "./library.js";

const PACKAGE = fileURLToPath(new URL("..", import.meta.url));

/** What a bundler for browsers makes of an import. It fails on any import of a module of Node. */
async function bundled(exported: string, module: string) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export ${exported} from "./src/${module}.ts";`, resolveDir: PACKAGE },
    absWorkingDir: PACKAGE,
    bundle: true,
    write: false,
    minify: true,
    metafile: true,
    format: "esm",
    platform: "browser",
    legalComments: "none",
  });
  const text = outputFiles[0]?.text ?? "";
  const packages = Object.keys(metafile.inputs).map((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1]);
  return {
    text,
    gzipBytes: gzipSync(text).byteLength,
    packages: [...new Set(packages)].filter((one) => one !== undefined),
  };
}

const FOREIGN = /\b(?:process|Buffer|eval)\b|\brequire\(|new Function/;

/** As the README gives it: `| what | 6.3 kB |`. */
async function printedKilobytes(what: string): Promise<number> {
  const readme = await readFile(join(PACKAGE, "README.md"), "utf8");
  const row = readme.split("\n").find((line) => line.startsWith(`| ${what} `));
  return Number(/\| ([\d.]+) kB +\|$/.exec(row ?? "")?.[1]);
}

describe("the size in the README is true, no module of Node is needed, and nothing is evaluated:", () => {
  it.each([
    ["`createContract`", "{ createContract }", "index", []],
    ["`createContract`, `contractFetch`", "*", "index", []],
    ["`interpretDescription`", "{ interpretDescription }", "interpret", ["@cfworker/json-schema", "ajv-formats"]],
  ])("%s", async (what, exported, module, foreign) => {
    const { text, gzipBytes, packages } = await bundled(exported, module);
    expect(packages.toSorted()).toEqual(foreign);
    expect(text).not.toMatch(FOREIGN);
    expect(Math.abs(gzipBytes / 1000 - (await printedKilobytes(what)))).toBeLessThan(0.2);
  });
});

describe("the interpreting door", () => {
  it("works where code from strings is forbidden", async () => {
    const folder = await mkdtemp(join(tmpdir(), "contract-"));
    try {
      await writeFile(join(folder, "index.mjs"), (await bundled("*", "index")).text);
      await writeFile(join(folder, "interpret.mjs"), (await bundled("*", "interpret")).text);
      await writeFile(join(folder, "library.json"), JSON.stringify(await readLibrary()));
      const script = [
        'import { createContract } from "./index.mjs";',
        'import { interpretDescription } from "./interpret.mjs";',
        'import library from "./library.json" with { type: "json" };',
        "let forbidden = false;",
        'try { new Function("return 1")(); } catch { forbidden = true; }',
        "const contract = createContract(interpretDescription(library));",
        'const headers = new Headers({ "content-type": "application/json" });',
        'const bodyText = JSON.stringify({ isbn: "1", title: "", addedAt: "now" });',
        'const found = contract.checkResponse("getBook", { status: 200, headers, bodyText });',
        "console.log(JSON.stringify([forbidden, found.map(({ place }) => place)]));",
      ];
      await writeFile(join(folder, "main.mjs"), script.join("\n"));
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ["--disallow-code-generation-from-strings", "main.mjs"],
        { cwd: folder },
      );
      expect(JSON.parse(stdout)).toEqual([true, ["/response/body/title", "/response/body/addedAt"]]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("does not change the document", async () => {
    const { interpretDescription } = await import("../src/interpret.js");
    const document = await readLibrary();
    interpretDescription(document);
    expect(document).toEqual(await readLibrary());
  });
});
