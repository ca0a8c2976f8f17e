import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { createEmulator, type Emulator } from "./emulator.js";
import { isReset } from "./faults/connection.js";
import { control } from "./faults/control.js";
import { methodNotAllowed } from "./unknown-route.js";

export { createEmulator } from "./emulator.js";
export { greeting } from "./greeting.js";

/** How long what was sent before a cut has to arrive: a reset may overtake it. */
const CUT_DELAY_MS = 20;

export interface ServeOptions {
  /** Default: 0, any free port. */
  readonly port?: number | undefined;
  /** Default: `127.0.0.1`, so that the emulator is reached from this machine only. */
  readonly host?: string | undefined;
  /** Default: a new one with the full seed. */
  readonly emulator?: Emulator | undefined;
  /** Whether faults can be set by requests to `/__emulator/faults`. Default: false. */
  readonly control?: boolean | undefined;
}

export interface Served {
  /** `http://127.0.0.1:4010`, without a slash at the end. */
  readonly url: string;
  readonly emulator: Emulator;
  /** Requests that have come and neither been answered to the end nor been given up. */
  readonly underWay: number;
  /** Stops listening and cuts the connections that are open. */
  close(): Promise<void>;
}

/**
 * Puts an emulator behind a server of `node:http`.
 *
 * @throws Error with code `EADDRINUSE` when the port is taken.
 */
export async function serve(options: ServeOptions = {}): Promise<Served> {
  const { port = 0, host = "127.0.0.1", emulator = createEmulator(), control: isControlled = false } = options;
  let underWay = 0;
  const respond: Respond = async (request, signal) =>
    (isControlled ? await control(request, emulator.faults) : undefined) ?? emulator.fetch(request, { signal });
  const server = createServer((incoming, outgoing) => {
    underWay += 1;
    outgoing.once("close", () => (underWay -= 1));
    // A request that nobody answers would hang its client.
    answer(respond, incoming, outgoing).catch((error: unknown) => cut(error, incoming, outgoing));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const { address, family, port: actualPort } = server.address() as AddressInfo;
  return {
    url: `http://${family === "IPv6" ? `[${address}]` : address}:${actualPort}`,
    emulator,
    get underWay() {
      return underWay;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Respond = (request: Request, signal: AbortSignal) => Promise<Response>;

async function answer(respond: Respond, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  const response = await responseTo(incoming, (request) => respond(request, gone.signal));
  outgoing.writeHead(response.status, [...response.headers].flat());
  // A body that lets its reader wait must not hold back the headers.
  const flush = setImmediate(() => outgoing.flushHeaders());
  try {
    for await (const chunk of response.body ?? []) {
      if (!outgoing.write(chunk)) await once(outgoing, "drain", { signal: gone.signal });
    }
  } finally {
    clearImmediate(flush);
  }
  outgoing.end();
}

async function responseTo(
  incoming: IncomingMessage,
  respond: (request: Request) => Promise<Response>,
): Promise<Response> {
  const request = await toRequest(incoming);
  if (request !== undefined) return respond(request);
  const { method = "GET" } = incoming;
  const url = urlOf(incoming);
  if (url === undefined) return new Response(null, { status: 400 });
  const options = await respond(new Request(url, { method: "OPTIONS" }));
  const allow = options.headers.get("allow");
  if (allow === null) return options;
  return allow.split(", ").includes(method) ? new Response(null, { status: 400 }) : methodNotAllowed(method, allow);
}

/** Ends the connection of a request that cannot be answered. */
async function cut(error: unknown, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  if (outgoing.destroyed) return;
  if (outgoing.headersSent) {
    outgoing.flushHeaders();
    await delay(CUT_DELAY_MS);
  }
  if (isReset(error)) incoming.socket.resetAndDestroy();
  else outgoing.destroy();
}

/** `undefined` for what no `fetch` can express: the method TRACE, a GET with a body. */
async function toRequest(incoming: IncomingMessage): Promise<Request | undefined> {
  const { method = "GET", rawHeaders } = incoming;
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Uint8Array);
  const names = rawHeaders.filter((_, index) => index % 2 === 0);
  const init: RequestInit = {
    method,
    headers: names.map((name, index): [string, string] => [name, rawHeaders[2 * index + 1] ?? ""]),
    ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
  };
  const url = urlOf(incoming);
  if (url === undefined) return undefined;
  try {
    return new Request(url, init);
  } catch {
    return undefined;
  }
}

function urlOf({ headers, url = "/" }: IncomingMessage): URL | undefined {
  const base = `http://${headers.host ?? "localhost"}`;
  return URL.canParse(url, base) ? new URL(url, base) : undefined;
}
