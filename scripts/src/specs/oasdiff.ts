// A second opinion on what breaks users, from a tool that shares no code with Redocly. It is a Go program, built from the
// versions in scripts/tools/oasdiff/go.mod the first time it is asked.
import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { repository } from "./apis.ts";
import type { Document } from "./bundle.ts";

const folder = join(repository, "scripts/tools/oasdiff");

export interface Opinion {
  readonly version: string;
  /** A sentence for everything that breaks users. */
  readonly breaking: readonly string[];
}

interface Finding {
  readonly text: string;
  readonly operation?: string;
  readonly path?: string;
}

/** Undefined where there is no Go. */
export async function oasdiff(base: Document, next: Document): Promise<Opinion | undefined> {
  if (spawnSync("go", ["version"]).status !== 0) return undefined;
  const work = await mkdtemp(join(tmpdir(), "specs-oasdiff-"));
  try {
    const files = [join(work, "base.json"), join(work, "next.json")] as const;
    await Promise.all([writeFile(files[0], JSON.stringify(base)), writeFile(files[1], JSON.stringify(next))]);
    const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
    const args = ["tool", "oasdiff", "breaking", ...files, "--format", "json"];
    const { stdout } = await promisify(execFile)("go", args, options);
    const findings = JSON.parse(stdout) as readonly Finding[];
    const breaking = findings.map(({ text, operation, path }) => `${operation ?? ""} ${path ?? ""} ${text}`.trim());
    return { version: await version(), breaking };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function version(): Promise<string> {
  const modules = await readFile(join(folder, "go.mod"), "utf8");
  return /oasdiff\/oasdiff v(\S+)/.exec(modules)?.[1] ?? "of unknown version";
}
