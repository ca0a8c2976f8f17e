import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".xml": "application/xml",
  ".yaml": "application/yaml",
};

/** Serves a built site below a base path, as Pages would. */
export async function serveSite(
  folder: string,
  base: string,
  port = 0,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void answer(new URL(request.url ?? "/", "http://localhost").pathname).then(({ status, body, type, location }) => {
      response.writeHead(status, { "content-type": type, ...(location && { location }) });
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`, close };

  async function answer(path: string): Promise<{ status: number; body: Buffer; type: string; location?: string }> {
    const below = path.startsWith(base) ? decodeURIComponent(path.slice(base.length)) : "404.html";
    const file = join(folder, normalize(`/${below}`));
    const found = await stat(file).catch(() => undefined);
    if (found?.isDirectory() && below !== "" && !below.endsWith("/")) {
      return { status: 301, body: Buffer.alloc(0), type: "text/html", location: `${path}/` };
    }
    const target = found?.isDirectory() ? join(file, "index.html") : file;
    const body = await readFile(target).catch(() => undefined);
    if (body)
      return {
        status: path.startsWith(base) ? 200 : 404,
        body,
        type: types[extname(target)] ?? "application/octet-stream",
      };
    return { status: 404, body: await readFile(join(folder, "404.html")), type: "text/html; charset=utf-8" };
  }
}
