import type { Fetch } from "../traffic/exchange.ts";

/** One exchange in the HTTP Archive format, 1.2, as far as it concerns a description. */
export interface HarEntry {
  readonly startedDateTime: string;
  readonly time: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly httpVersion: string;
    readonly headers: readonly HarField[];
    readonly queryString: readonly HarField[];
    readonly cookies: readonly HarField[];
    readonly postData?: { readonly mimeType: string; readonly text: string };
    readonly headersSize: -1;
    readonly bodySize: number;
  };
  readonly response: {
    readonly status: number;
    readonly statusText: string;
    readonly httpVersion: string;
    readonly headers: readonly HarField[];
    readonly cookies: readonly HarField[];
    readonly content: { readonly size: number; readonly mimeType: string; readonly text: string };
    readonly redirectURL: string;
    readonly headersSize: -1;
    readonly bodySize: number;
  };
  readonly cache: object;
  readonly timings: { readonly send: 0; readonly wait: number; readonly receive: 0 };
}

interface HarField {
  readonly name: string;
  readonly value: string;
}

const credentialHeaders = new Set(["authorization", "x-api-key", "auth"]);

/** Stands for every server in an archive, whatever port it had. */
export const recordedOrigin = "http://127.0.0.1";

/** A `fetch` that keeps every exchange. The values of credentials are replaced before anything is kept. */
export function recordingFetch(entries: HarEntry[]): Fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const requestText = await request.clone().text();
    const startedAt = Date.now();
    const response = await fetch(request);
    const text = await response.clone().text();
    const time = Date.now() - startedAt;
    const mimeType = (headers: Headers): string => headers.get("content-type") ?? "";
    entries.push({
      startedDateTime: new Date(startedAt).toISOString(),
      time,
      request: {
        method: request.method,
        url: request.url.replace(/^http:\/\/[^/]+/, recordedOrigin),
        httpVersion: "HTTP/1.1",
        headers: fields(request.headers),
        queryString: fields(new URL(request.url).searchParams),
        cookies: [],
        ...(requestText === "" ? {} : { postData: { mimeType: mimeType(request.headers), text: requestText } }),
        headersSize: -1,
        bodySize: requestText.length,
      },
      response: {
        status: response.status,
        statusText: response.statusText,
        httpVersion: "HTTP/1.1",
        headers: fields(response.headers),
        cookies: [],
        content: { size: text.length, mimeType: mimeType(response.headers), text },
        redirectURL: "",
        headersSize: -1,
        bodySize: text.length,
      },
      cache: {},
      timings: { send: 0, wait: time, receive: 0 },
    });
    return response;
  };
}

const fields = (pairs: Iterable<[string, string]>): HarField[] =>
  [...pairs].map(([name, value]) => ({ name, value: credentialHeaders.has(name) ? redacted(value) : value }));

/** The scheme stays, as it is no secret and drift looks at it. */
const redacted = (credential: string): string => credential.replace(/^(Bearer )?.*$/, "$1[secret]");

export const harText = (entries: readonly HarEntry[]): string =>
  JSON.stringify({ log: { version: "1.2", creator: { name: "contract-tests", version: "0" }, entries } });
