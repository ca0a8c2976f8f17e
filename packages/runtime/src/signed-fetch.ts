import type { Transport } from "./transport.js";

/** A `fetch` that adds the client's credential to each request and follows no redirect: all that `/raw` shares with the client. */
export function signedFetch(transport: Transport): (request: Request) => Promise<Response> {
  const { api } = transport;
  const { credentials, options } = transport.inside();
  const fetch = options.fetch ?? globalThis.fetch;
  return async (request) => {
    const token = await credentials.get((answer) => answer);
    const signed = new Request(request, { redirect: "manual" });
    signed.headers.set(api.auth.header, api.auth.scheme ? `${api.auth.scheme} ${token}` : token);
    return fetch(signed);
  };
}
