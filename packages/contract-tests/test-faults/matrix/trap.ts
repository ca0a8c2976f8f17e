import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const credentialHeaders = ["authorization", "x-api-key", "auth"];

/** The credentials of a request, without their scheme. */
export function credentialsOf(headers: Headers): readonly string[] {
  return credentialHeaders.flatMap((name) => headers.get(name)?.replace(/^(Bearer|Basic) /i, "") ?? []);
}

/** Another origin, to which nobody should come. */
export interface Trap {
  readonly url: string;
  /** Who came: the method, and the names of the credential headers that were carried along. */
  readonly visits: readonly string[];
  close(): Promise<void>;
}

export async function startTrap(): Promise<Trap> {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    const carried = credentialHeaders.filter((name) => name in request.headers);
    visits.push([request.method, ...carried].join(" with "));
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    visits,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
