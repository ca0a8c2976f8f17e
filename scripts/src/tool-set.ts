// A tool set is a folder with a package.json and a pnpm-lock.yaml of its own. It is installed when a command needs it,
// so that tools which weigh more than the rest of the workspace together cost nothing to those who do not use them.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Installs exactly what the folder's lock file says, without touching the workspace. Takes a second when nothing changed. */
export function installToolSet(folder: string): void {
  const args = [
    "install",
    "--frozen-lockfile",
    "--ignore-workspace",
    "--prefer-offline",
    "--reporter=append-only",
    "--loglevel=warn",
  ];
  const { status, error } = spawnSync("pnpm", args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  if (error !== undefined)
    throw new Error(`pnpm could not be started (${error.message}): run this through a script of package.json`);
  if (status !== 0) throw new Error(`pnpm install failed with exit code ${status} in ${folder}`);
}

/** The path of a program that a tool set has installed. */
export function toolOf(folder: string, name: string): string {
  return join(folder, "node_modules", ".bin", name);
}
