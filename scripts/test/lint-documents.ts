// Lints many documents in one run of the CLI, with the repository's own configuration.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { lint, type Problem } from "../src/specs/redocly.ts";

/** The problems of each document, in the order of the documents. */
export async function lintDocuments(documents: readonly object[]): Promise<Problem[][]> {
  const folder = await mkdtemp(join(tmpdir(), "specs-rules-"));
  try {
    const files = documents.map((_, index) => join(folder, `${index}.json`));
    await Promise.all(documents.map((document, index) => writeFile(files[index]!, JSON.stringify(document))));
    const problems = await lint(files, { config: "redocly.yaml" });
    return files.map((file) => problems.filter((problem) => basename(problem.file) === basename(file)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A copy with one place changed; undefined removes it. */
export function changed<T extends object>(document: T, at: readonly (string | number)[], value: unknown): T {
  const copy = structuredClone(document);
  let parent = copy as Record<string | number, unknown>;
  for (const key of at.slice(0, -1)) parent = parent[key] as Record<string | number, unknown>;
  const last = at.at(-1)!;
  if (value === undefined) {
    if (!Object.hasOwn(parent, last)) throw new Error(`nothing to remove at ${at.join(" > ")}`);
    delete parent[last];
  } else parent[last] = value;
  return copy;
}

/** A copy with a schema under another name, which those that refer to it know. */
export function renamed<T extends object>(document: T, from: string, to: string): T {
  const [before, ...others] = JSON.stringify(document).split(`"${from}":{`);
  if (before === undefined || others.length !== 1) throw new Error(`there must be one ${from}`);
  const text = `${before}"${to}":{${others.join("")}`;
  return JSON.parse(text.replaceAll(`"#/components/schemas/${from}"`, `"#/components/schemas/${to}"`)) as T;
}
