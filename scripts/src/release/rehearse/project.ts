import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { cleanEnvironment } from "../../clean-environment.ts";
import { asModule, servedModule, type Program } from "./programs.ts";
import type { Registry } from "./registry.ts";

/** An empty project with one of our packages in it, and the programs that it is to run. */
export interface Project {
  readonly folder: string;
  readonly programs: readonly Program[];
}

/** Installs what the programs import, and nothing else. */
export async function makeProject(folder: string, programs: readonly Program[], registry: Registry): Promise<Project> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "name": "project", "private": true, "type": "module" }\n');
  writeFileSync(join(folder, ".npmrc"), registry.npmrc);
  const project = { folder, programs };
  await installIn(project, [...new Set(programs.flatMap((program) => program.packages))]);
  return project;
}

/** From the registry and with npm, as a user would. No install script may be needed. */
export async function installIn({ folder }: Project, packages: readonly string[]): Promise<void> {
  const quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
  const cache = ["--cache", join(folder, "../cache")];
  const env = cleanEnvironment();
  await promisify(execFile)("npm", ["install", ...packages, ...quiet, ...cache], { cwd: folder, env });
}

/** Writes the programs, each as `program-<number>.mjs`, beside the module that reaches the served emulator. */
export function writePrograms({ folder, programs }: Project, url: string, credentials: string): void {
  writeFileSync(join(folder, "served.mjs"), servedModule(url, credentials));
  programs.forEach((program, index) => writeFileSync(join(folder, `program-${index}.mjs`), asModule(program)));
}
