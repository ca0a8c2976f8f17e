import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../packages.ts";

const folder = "packages/contract-tests/types";

/** What a program expects of a type, as long as its author would notice: a value may say more than it did, not less. */
const expectations = readFileSync(join(repository, folder, "support/expect-no-less.ts"), "utf8");

/**
 * The type tests, which are programs as users write them: facade and clients with the real providers, told apart by the
 * names of errors and kinds. They say exactly what a type is; the next release may say more.
 */
export function programsOfUsers(): ReadonlyMap<string, string> {
  const files = globSync(`${folder}/programs/*.ts`, { cwd: repository }).map((file) => file.replaceAll("\\", "/"));
  const programs = files.toSorted().map((file) => [file, readFileSync(join(repository, file), "utf8")] as const);
  if (programs.length === 0) throw new Error(`there are no programs in ${folder}/programs`);
  return new Map([[`${folder}/support/expect.ts`, expectations], ...programs]);
}
