// The last release, kept in the repository so that comparing with it needs neither network nor history.
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { keepAsReleased, releasedDescriptions } from "../../specs/released.ts";
import { repository } from "../packages.ts";
import { checkSeal, seal } from "./seal.ts";
import type { PackageState, State } from "./state.ts";

const folder = join(repository, "released");
const packagesFile = join(folder, "packages.json");
const examplesFile = join(folder, "examples.json");

/** @throws ReleaseError where what is kept is not what `keepBaseline` wrote. */
export async function readBaseline(): Promise<State> {
  checkSeal(repository);
  const reports = globSync("packages/*/api/*.api.md", { cwd: folder }).map((file) => file.replaceAll("\\", "/"));
  return {
    packages: new Map(Object.entries(json(packagesFile) as Readonly<Record<string, PackageState>>)),
    reports: new Map(reports.map((file) => [file, readFileSync(join(folder, file), "utf8")])),
    descriptions: await releasedDescriptions(),
    examples: new Map(Object.entries(json(examplesFile) as Readonly<Record<string, string>>)),
  };
}

/** Makes the given state the last release; the descriptions are those of the working tree. */
export async function keepBaseline({ packages, reports, examples }: State): Promise<void> {
  rmSync(join(folder, "packages"), { recursive: true, force: true });
  write(packagesFile, `${JSON.stringify(Object.fromEntries(packages), null, 2)}\n`);
  write(examplesFile, `${JSON.stringify(Object.fromEntries(examples), null, 2)}\n`);
  for (const [file, text] of reports) write(join(folder, file), text);
  await keepAsReleased();
  seal(repository);
}

function json(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
