import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { repository } from "../packages.ts";
import type { Reports } from "./reports.ts";

/** The reports in the repository. */
export function committedReports(root: string = repository): Reports {
  const files = globSync("packages/*/api/*.api.md", { cwd: root }).sort();
  return new Map(files.map((file) => [file.replaceAll("\\", "/"), readFileSync(join(root, file), "utf8")]));
}

/** Makes the reports in the repository those given, and says what that changed. */
export function commitReports(reports: Reports, root: string = repository): readonly string[] {
  const changed = staleReports(committedReports(root), reports);
  for (const file of changed) {
    const text = reports.get(file);
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    if (text === undefined) rmSync(path);
    else writeFileSync(path, text);
  }
  return changed;
}

/** The reports that are missing, that differ, or that are of an entry point which is gone. */
export function staleReports(committed: Reports, extracted: Reports): readonly string[] {
  const files = new Set([...committed.keys(), ...extracted.keys()]);
  return [...files].filter((file) => committed.get(file) !== extracted.get(file)).sort();
}
