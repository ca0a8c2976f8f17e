// pnpm rescope acme: gives every package of the repository another scope, everywhere: manifests, imports, docs, lock
// file, generated code, and the keys under which copies of the runtime find each other.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { rescope } from "./rescope.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const [given = "", ...others] = process.argv.slice(2);
try {
  if (others.length > 0) throw new Error(`give one scope, not ${others.length + 1}`);
  const { from, to, files } = rescope(root, given);
  if (files === 0) {
    console.log(`the scope is ${to} already`);
  } else {
    console.log(`${from} is now ${to} in ${files} files`);
    tidyUp();
  }
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\nUsage: pnpm rescope acme`);
  process.exitCode = 2;
}

/** Names of another length break lines elsewhere, and sort differently. */
function tidyUp(): void {
  for (const args of [["install", "--no-frozen-lockfile", "--prefer-offline"], ["generate"], ["format"]]) {
    execFileSync("pnpm", ["--silent", ...args], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  }
}
