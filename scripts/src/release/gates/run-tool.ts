import { spawnSync } from "node:child_process";
import { repository } from "../packages.ts";

export interface ToolRun {
  readonly ok: boolean;
  readonly output: string;
}

/** Runs a program to its end, from the root of the repository. */
export function runTool(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): ToolRun {
  const { status, error, stdout, stderr } = spawnSync(program, [...args], {
    cwd: repository,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined) throw new Error(`${program} could not be started: ${error.message}`);
  return { ok: status === 0, output: `${stdout}${stderr}`.trim() };
}
