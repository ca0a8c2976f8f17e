import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { toolSet } from "../support/tools.ts";

const requirements = join(toolSet("schemathesis"), "requirements.txt");
const cache = fileURLToPath(new URL("../../.cache/", import.meta.url));

/** The versions of Python that the pinned packages are for. */
const oldestPython = [3, 11] as const;

/**
 * Installs exactly the pinned packages, checked by their hashes, into a folder of the cache, once for each list of them.
 * Gives the program, or a sentence where the machine has no Python to run it with.
 */
export function installSchemathesis(): { readonly program: string } | { readonly notRun: string } {
  const python = findPython();
  if (python === undefined) return { notRun: `It needs Python ${oldestPython.join(".")} or newer, with venv.` };
  const version = createHash("sha256").update(readFileSync(requirements)).update(python.version).digest("hex");
  const folder = join(cache, `schemathesis-${version.slice(0, 12)}`);
  const program = join(folder, "bin/schemathesis");
  const complete = join(folder, "complete");
  if (existsSync(complete)) return { program };

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  if (!runs(python.program, ["-m", "venv", folder])) return { notRun: "Python at hand has no venv (python3-venv)." };
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"];
  const pinned = ["--require-hashes", "--only-binary", ":all:", "--requirement", requirements];
  if (!runs(join(folder, "bin/python"), [...pip, ...pinned])) {
    throw new Error(`pip could not install ${requirements}; what it said is above`);
  }
  writeFileSync(complete, "");
  return { program };
}

function findPython(): { readonly program: string; readonly version: string } | undefined {
  for (const program of ["python3", "python"]) {
    const { stdout } = spawnSync(program, ["-c", "import sys; print(*sys.version_info[:3], sep='.')"], {
      encoding: "utf8",
    });
    const version = (stdout ?? "").trim();
    const [major = 0, minor = 0] = version.split(".").map(Number);
    if (major === oldestPython[0] && minor >= oldestPython[1]) return { program, version };
  }
  return undefined;
}

const runs = (program: string, args: readonly string[]): boolean =>
  spawnSync(program, args, { stdio: ["ignore", "ignore", "inherit"] }).status === 0;
