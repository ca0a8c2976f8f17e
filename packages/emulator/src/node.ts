import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createEmulator, type Emulator } from "./emulator.js";

export { createEmulator } from "./emulator.js";
export { greeting } from "./greeting.js";

export interface ServeOptions {
  /** Default: 0, any free port. */
  readonly port?: number | undefined;
  /** Default: `127.0.0.1`, so that the emulator is reached from this machine only. */
  readonly host?: string | undefined;
  /** Default: a new one with the full seed. */
  readonly emulator?: Emulator | undefined;
}

export interface Served {
  /** `http://127.0.0.1:4010`, without a slash at the end. */
  readonly url: string;
  readonly emulator: Emulator;
  /** Stops listening and cuts the connections that are open. */
  close(): Promise<void>;
}

/**
 * Puts an emulator behind a server of `node:http`.
 *
 * @throws Error with code `EADDRINUSE` when the port is taken.
 */
export async function serve(options: ServeOptions = {}): Promise<Served> {
  const { port = 0, host = "127.0.0.1", emulator = createEmulator() } = options;
  const server = createServer((incoming, outgoing) => {
    // A request that nobody answers would hang its client.
    answer(emulator, incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const { address, family, port: actualPort } = server.address() as AddressInfo;
  return {
    url: `http://${family === "IPv6" ? `[${address}]` : address}:${actualPort}`,
    emulator,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(emulator: Emulator, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const request = await toRequest(incoming);
  const response = request === undefined ? new Response(null, { status: 400 }) : await emulator.fetch(request);
  outgoing.writeHead(response.status, [...response.headers].flat());
  for await (const chunk of response.body ?? []) outgoing.write(chunk);
  outgoing.end();
}

/** `undefined` for what no `fetch` can express, such as the method TRACE. */
async function toRequest(incoming: IncomingMessage): Promise<Request | undefined> {
  const { method = "GET", headers, rawHeaders, url = "/" } = incoming;
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Uint8Array);
  const names = rawHeaders.filter((_, index) => index % 2 === 0);
  const init: RequestInit = {
    method,
    headers: names.map((name, index): [string, string] => [name, rawHeaders[2 * index + 1] ?? ""]),
    ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
  };
  try {
    return new Request(new URL(url, `http://${headers.host ?? "localhost"}`), init);
  } catch {
    return undefined;
  }
}
