import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

describe("the core", () => {
  it("is small, is its own code alone and runs wherever fetch does", async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: [fileURLToPath(new URL("../src/index.ts", import.meta.url))],
      absWorkingDir: fileURLToPath(new URL("..", import.meta.url)),
      bundle: true,
      write: false,
      minify: true,
      metafile: true,
      format: "esm",
      // Fails on any import of a module of Node.
      platform: "browser",
    });
    const foreign = Object.keys(metafile.inputs).filter((input) => !/^src\/[^/]+\.ts$/.test(input));
    expect(foreign).toEqual([]);
    const [output] = outputFiles;
    expect(gzipSync(output?.contents ?? "").byteLength).toBeLessThan(6_000);
    expect(output?.text).not.toMatch(/\b(?:process|Buffer|require|eval)\b|new Function/);
  });
});
