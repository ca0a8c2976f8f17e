import { createRequire } from "node:module";
import { run, type Ran } from "./run.ts";

const cli = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
const loopbackOnly = new URL("loopback-only.mjs", import.meta.url).href;

export interface RedoclyOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether it may talk to other machines: only where a live service is meant. Default: false. */
  readonly mayLeave?: boolean;
  readonly timeoutMs?: number;
}

/** Runs the pinned Redocly CLI: no telemetry, no look for updates, nothing of the caller's environment but the way to Node. */
export function redocly(args: readonly string[], options: RedoclyOptions): Promise<Ran> {
  const { cwd, env = {}, mayLeave = false, timeoutMs = 120_000 } = options;
  const guard = mayLeave ? [] : ["--import", loopbackOnly];
  return run(process.execPath, [...guard, cli, ...args], {
    cwd,
    timeoutMs,
    env: {
      PATH: process.env["PATH"],
      NODE_EXTRA_CA_CERTS: process.env["NODE_EXTRA_CA_CERTS"],
      HOME: cwd,
      REDOCLY_TELEMETRY: "off",
      REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
      NO_COLOR: "1",
      ...env,
    },
  });
}
