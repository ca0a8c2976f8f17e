import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Wire } from "./wire.ts";

/** Starts the server and hands out the way to it: the platform's `fetch`, which keeps its connection. */
export async function startLoopback(): Promise<{ readonly wire: Wire; stop(): void }> {
  const server = spawn(process.execPath, [fileURLToPath(new URL("loopback-server.ts", import.meta.url))], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [port] = (await once(server.stdout, "data")) as [Buffer];
  const origin = `http://127.0.0.1:${port.toString().trim()}`;
  return { wire: { origin, fetch: globalThis.fetch }, stop: () => server.stdin.end() };
}
