// Runs the pinned Redocly CLI: offline, quiet, with the answer as data.
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { repository } from "./apis.ts";

const cli = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export function redocly(...args: readonly string[]): Promise<Run> {
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", NO_COLOR: "1" };
  const options = { cwd: repository, env, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [cli, ...args], options, (error, stdout, stderr) => {
      if (error === null) resolve({ code: 0, stdout, stderr });
      else if (typeof error.code === "number") resolve({ code: error.code, stdout, stderr });
      else reject(error);
    });
  });
}

export interface Problem {
  readonly rule: string;
  readonly message: string;
  /** As given to the CLI, or relative to the repository. */
  readonly file: string;
  /** JSON pointer inside the file. */
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
}

interface Report {
  readonly problems: readonly {
    readonly ruleId: string;
    readonly message: string;
    readonly location: readonly {
      readonly source: { readonly ref: string };
      readonly pointer: string;
      readonly start: { readonly line: number; readonly col: number };
    }[];
  }[];
}

/** Every problem, warnings included, each once. */
export async function lint(files: readonly string[], { config }: { readonly config: string }): Promise<Problem[]> {
  const run = await redocly("lint", "--config", config, "--format", "json", "--max-problems", "10000", ...files);
  // One JSON document for each file, with nothing between them.
  const reports = run.stdout.split(/(?<=^\})(?=\{)/m).filter((text) => text.trim() !== "");
  if (reports.length !== files.length) throw new Error(`redocly lint failed:\n${run.stderr}${run.stdout}`);
  const problems = reports
    .flatMap((text) => (JSON.parse(text) as Report).problems)
    .map(({ ruleId, message, location }) => ({
      rule: ruleId,
      message,
      file: location[0]?.source.ref ?? "",
      pointer: location[0]?.pointer ?? "#/",
      line: location[0]?.start.line ?? 0,
      column: location[0]?.start.col ?? 0,
    }));
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
