// Brings a folder to what was generated, or says how it differs.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { GeneratedFiles } from "./generate-api.ts";

export interface Difference {
  readonly file: string;
  /** `surplus`: nothing generates it any more. */
  readonly kind: "stale" | "missing" | "surplus";
}

export function compare(folder: string, files: GeneratedFiles): Difference[] {
  const present = existsSync(folder) ? readdirSync(folder) : [];
  const surplus = present.filter((file) => !files.has(file)).map((file) => ({ file, kind: "surplus" as const }));
  const changed = [...files].flatMap(([file, text]): Difference[] => {
    if (!present.includes(file)) return [{ file, kind: "missing" }];
    return readFileSync(join(folder, file), "utf8") === text ? [] : [{ file, kind: "stale" }];
  });
  return [...changed, ...surplus].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Touches only what differs, so that builds see no change where there is none. */
export function write(folder: string, files: GeneratedFiles): Difference[] {
  const differences = compare(folder, files);
  mkdirSync(folder, { recursive: true });
  for (const { file, kind } of differences) {
    if (kind === "surplus") rmSync(join(folder, file), { recursive: true });
    else writeFileSync(join(folder, file), files.get(file) ?? "");
  }
  return differences;
}
