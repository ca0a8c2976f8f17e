// A copy of the repository to try things in, so that the working tree stays as it is.
import { execFile, execFileSync } from "node:child_process";
import { cpSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { cleanEnvironment } from "./clean-environment.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));

export interface Scratch {
  readonly root: string;
  /** Runs a program there, and gives what it printed. Rejects, with all of that, when the program fails. */
  run(program: string, ...args: readonly string[]): Promise<string>;
  /** Commits everything. */
  commit(message: string): Promise<void>;
  remove(): void;
}

/** Copies what git tracks, and what it would track, with the changes that are not committed; then installs. */
export async function makeScratch(name: string): Promise<Scratch> {
  const scratch = scratchIn(mkdtempSync(join(tmpdir(), `${name}-`)));
  try {
    await fill(scratch);
    return scratch;
  } catch (error) {
    scratch.remove();
    throw error;
  }
}

function scratchIn(root: string): Scratch {
  const run: Scratch["run"] = async (program, ...args) => {
    const env = { ...cleanEnvironment(), CI: "true", TURBO_TELEMETRY_DISABLED: "1" };
    const options = { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024, env } as const;
    try {
      return (await promisify(execFile)(program, args, options)).stdout;
    } catch (error) {
      const { stdout = "", stderr = "", message } = error as Error & { stdout?: string; stderr?: string };
      const said = `${stdout}${stderr}` || message;
      throw new Error(`${[program, ...args].join(" ")} failed:\n${said}`, { cause: error });
    }
  };
  return {
    root,
    run,
    commit: async (message) => {
      const author = ["-c", "user.name=scratch", "-c", "user.email=scratch@localhost"];
      await run("git", "add", "--all");
      await run("git", ...author, "commit", "--quiet", "-m", message);
    },
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}

async function fill({ root, run, commit }: Scratch): Promise<void> {
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
  // Some tools ask git what is there, and which commit a changeset came with.
  await run("git", "init", "--quiet", "--initial-branch=main");
  await commit("A copy");
  await run("pnpm", "install", "--frozen-lockfile", "--prefer-offline", "--loglevel=warn");
}
