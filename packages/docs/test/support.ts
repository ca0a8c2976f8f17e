import { globSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { blocksOf, type Block } from "../src/guides/blocks.ts";

export const packageFolder = resolve(dirname(fileURLToPath(import.meta.url)), "..");
export const content = join(packageFolder, "src/content/docs");

/** The code blocks of all pages that were written by hand. */
export const blocks: readonly Block[] = globSync(["*.{md,mdx}", "guides/*.{md,mdx}"], { cwd: content }).flatMap(
  (page) => blocksOf(page, readFileSync(join(content, page), "utf8")),
);
