import { spawn } from "node:child_process";
import type { Command } from "./model.ts";

export interface Ran {
  readonly ok: boolean;
  readonly stdout: string;
  /** Both streams, in the order in which they came. */
  readonly output: string;
}

/** A tool that hangs must not hang the matrix. */
const TIMEOUT_MS = 10 * 60_000;

export function runCommand({ program, args, cwd, env }: Command, folder: string): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: cwd ?? folder,
      env: { ...process.env, NO_COLOR: "1", ...env },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: TIMEOUT_MS,
    });
    let stdout = "";
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.once("error", (error) => resolve({ ok: false, stdout, output: `${output}${program}: ${error.message}\n` }));
    child.once("close", (code, signal) => {
      const end = signal === null ? "" : `${program} was ended by ${signal}\n`;
      resolve({ ok: code === 0, stdout, output: output + end });
    });
  });
}
