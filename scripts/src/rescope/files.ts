import { execFileSync } from "node:child_process";
import { lstatSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The texts that git tracks, and would track, by their path below the root. Each byte is one character: a scope is plain
 * ASCII, and whatever stands around it, in UTF-8 or another encoding, is written back as it was.
 */
export function readTexts(root: string): ReadonlyMap<string, string> {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"];
  const listed = execFileSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const texts = new Map<string, string>();
  for (const file of listed.split("\0")) {
    // Deleted and not yet committed, or a link.
    if (file === "" || !lstatSync(join(root, file), { throwIfNoEntry: false })?.isFile()) continue;
    const bytes = readFileSync(join(root, file));
    // Text has no zero bytes.
    if (!bytes.includes(0)) texts.set(file, bytes.toString("latin1"));
  }
  return texts;
}

export function writeText(root: string, file: string, text: string): void {
  writeFileSync(join(root, file), text, "latin1");
}
