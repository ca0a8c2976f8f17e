import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What the change log of a package says of a version. */
export function notesOf(root: string, directory: string, version: string): string {
  const file = join(root, directory, "CHANGELOG.md");
  const sections = existsSync(file) ? readFileSync(file, "utf8").split(/^## /m).slice(1) : [];
  const section = sections.find((text) => text.split("\n", 1)[0]?.trim() === version);
  return section?.slice(section.indexOf("\n")).trim() || "The change log says nothing of this version.";
}
