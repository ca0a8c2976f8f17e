import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { freePort } from "../support/free-port.ts";
import { toolSet } from "../support/tools.ts";

const cli = join(toolSet("prism"), "node_modules/@stoplight/prism-cli/dist/index.js");
const loopbackOnly = new URL("../support/loopback-only.mjs", import.meta.url).href;
const startTimeoutMs = 60_000;

/** A proxy that answers 500 to every request and response that its description does not allow. */
export interface PrismProxy {
  /** Stands for the upstream with its base path. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Puts Prism in front of a service. The real program is started, not a wrapper, so that it can be ended. */
export async function startPrism(description: string, upstream: string): Promise<PrismProxy> {
  const port = await freePort();
  const args = ["proxy", description, upstream, "--errors", "--host", "127.0.0.1", "--port", String(port)];
  const child = spawn(process.execPath, ["--import", loopbackOnly, cli, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env["PATH"], NO_COLOR: "1" },
  });
  let printed = "";
  const listening = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Prism did not start in time:\n${printed}`)), startTimeoutMs);
    const settle = (error?: Error): void => {
      clearTimeout(timer);
      if (error === undefined) resolve();
      else reject(error);
    };
    const read = (chunk: Buffer): void => {
      // Only the start is of interest; what follows is one line a request.
      if (printed.includes("Prism is listening")) return;
      printed += String(chunk);
      if (printed.includes("Prism is listening")) settle();
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", settle);
    child.once("exit", (code) => settle(new Error(`Prism ended with code ${code}:\n${printed}`)));
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill();
    await once(child, "exit");
  };
  try {
    await listening;
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://127.0.0.1:${port}`, stop };
}
