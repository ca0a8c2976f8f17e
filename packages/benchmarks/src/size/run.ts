import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { Line } from "../line.ts";
import { packageFolder } from "../paths.ts";
import { bundles } from "./bundles.ts";

/** What each client weighs in an application: bundled for browsers, minified, gzip level 9. */
export async function runSize(): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { what, code, budget } of bundles) {
    const minified = await minify(code);
    lines.push({
      group: "an application's bundle, minified and gzipped",
      what,
      unit: "bytes",
      value: { median: gzipSync(minified, { level: 9 }).byteLength },
      details: { minified: minified.byteLength },
      budget,
    });
  }
  return lines;
}

async function minify(code: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: packageFolder, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    legalComments: "none",
    write: false,
    logLevel: "error",
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error("esbuild wrote nothing");
  return file.contents;
}
