// A digest of the last release as it is kept, so that an edit by hand or a merge gone wrong is noticed. It protects from
// mistakes, not from malice: whoever can write the files can also seal them anew.
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renameScope } from "../../rescope/rename.ts";
import { ReleaseError } from "./release-error.ts";

const sealFile = "released/digest.txt";

export function seal(root: string): void {
  writeFileSync(join(root, sealFile), `${digestOf(root)}\n`);
}

/** @throws ReleaseError where a kept file is another, is gone or was added. */
export function checkSeal(root: string): void {
  const [sealed] = globSync(sealFile, { cwd: root }).map((file) => readFileSync(join(root, file), "utf8").trim());
  if (sealed === digestOf(root)) return;
  throw new ReleaseError(
    `released/ or specs/released/ is not what the last release left there (${sealFile} differs); restore both with git. ` +
      "Only pnpm release:version writes them",
  );
}

function digestOf(root: string): string {
  const files = globSync(["released/**/*.{json,md}", "specs/released/**/*.json"], { cwd: root })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file !== "released/README.md");
  const { name } = JSON.parse(readFileSync(join(root, "packages/runtime/package.json"), "utf8")) as {
    readonly name: string;
  };
  const [scope = ""] = name.split("/");
  const hash = createHash("sha256");
  for (const file of files.toSorted()) {
    // The packages may be given another scope, and what is kept of them with it.
    const text = renameScope(readFileSync(join(root, file), "utf8"), scope, "@scope");
    hash.update(`\0${file}\0${text}`);
  }
  return hash.digest("hex");
}
