// A copy of the repository to try things in, so that the working tree stays as it is.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cleanEnvironment } from "./clean-environment.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));

export interface Scratch {
  readonly root: string;
  /** Runs a program there. Throws, with what it printed, when it fails. */
  run(program: string, ...args: readonly string[]): string;
  remove(): void;
}

/** Copies what git tracks, and what it would track, with the changes that are not committed; then installs. */
export function makeScratch(name: string): Scratch {
  const root = mkdtempSync(join(tmpdir(), `${name}-`));
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: repository,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  for (const file of new Set(listed.split("\0"))) {
    // A file that was deleted and not yet committed is still listed.
    if (file === "" || lstatSync(join(repository, file), { throwIfNoEntry: false }) === undefined) continue;
    mkdirSync(dirname(join(root, file)), { recursive: true });
    cpSync(join(repository, file), join(root, file));
  }
  const scratch: Scratch = {
    root,
    run: (program, ...args) => {
      const { status, error, stdout, stderr } = spawnSync(program, args, {
        cwd: root,
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
        env: { ...cleanEnvironment(), CI: "true", TURBO_TELEMETRY_DISABLED: "1" },
      });
      if (error !== undefined) throw new Error(`${program} could not be started: ${error.message}`);
      if (status !== 0) throw new Error(`${[program, ...args].join(" ")} failed:\n${stdout}${stderr}`);
      return stdout;
    },
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  };
  // Some tools ask git what is there, and which commit a changeset came with.
  scratch.run("git", "init", "--quiet", "--initial-branch=main");
  scratch.run("git", "add", "--all");
  const author = ["-c", "user.name=scratch", "-c", "user.email=scratch@localhost"];
  scratch.run("git", ...author, "commit", "--quiet", "-m", "A copy");
  scratch.run("pnpm", "install", "--frozen-lockfile", "--prefer-offline", "--loglevel=warn");
  return scratch;
}
