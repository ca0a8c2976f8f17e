// pnpm rescope @acme: gives every package of the repository another scope, everywhere: manifests, imports, docs, lock
// file, generated code, and the keys under which copies of the runtime find each other.
import { execFileSync } from "node:child_process";
import { lstatSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkScope, renameScope } from "./rename.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const [to = "", ...others] = process.argv.slice(2);
try {
  if (others.length > 0) throw new Error(`give one scope, not ${others.length + 1}`);
  checkScope(to);
  rescope(to);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\nUsage: pnpm rescope @acme`);
  process.exitCode = 2;
}

function rescope(to: string): void {
  const { name } = JSON.parse(readFileSync(join(root, "packages/runtime/package.json"), "utf8")) as { name: string };
  const from = name.split("/")[0] ?? "";
  if (from === to) return console.log(`the scope is ${to} already`);
  const changed = filesOf(root).filter((file) => rename(join(root, file), from, to));
  console.log(`${from} is now ${to} in ${changed.length} files`);
  // Names of another length break lines elsewhere, and sort differently.
  for (const args of [["install", "--no-frozen-lockfile", "--prefer-offline"], ["generate"], ["format"]]) {
    execFileSync("pnpm", ["--silent", ...args], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  }
}

/** What git tracks, and what it would track. */
function filesOf(root: string): readonly string[] {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"];
  const listed = execFileSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  return listed.split("\0").filter((file) => file !== "");
}

function rename(file: string, from: string, to: string): boolean {
  // Deleted and not yet committed, or a link.
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  const bytes = readFileSync(file);
  // Text has no zero bytes.
  if (bytes.includes(0)) return false;
  const text = bytes.toString("utf8");
  const renamed = renameScope(text, from, to);
  if (renamed !== text) writeFileSync(file, renamed);
  return renamed !== text;
}
