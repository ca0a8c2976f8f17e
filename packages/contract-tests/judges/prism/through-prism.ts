import { operationAt, type Api } from "../support/api.ts";
import type { Fetch } from "../traffic/exchange.ts";

/** A request or a response that Prism did not let pass. */
export interface Violation {
  readonly operation: string;
  readonly detail: string;
}

export interface PrismWatch {
  /** Sends through the proxy. */
  readonly fetch: Fetch;
  /** The operations of the exchanges that Prism has judged, one entry an exchange. */
  readonly judged: readonly string[];
  readonly violations: readonly Violation[];
}

/** A `fetch` for clients that believe in the service's own address: Prism's paths lack the base path. */
export function throughPrism(api: Api, { from, to }: { readonly from: string; readonly to: string }): PrismWatch {
  const judged: string[] = [];
  const violations: Violation[] = [];
  return {
    judged,
    violations,
    async fetch(input, init) {
      const request = new Request(input, init);
      const path = request.url.slice(`${from}${api.basePath}`.length);
      const operation = operationAt(api, request.method, path.split("?")[0]!)?.id ?? "an unknown operation";
      const response = await fetch(`${to}${path}`, {
        method: request.method,
        headers: request.headers,
        redirect: request.redirect,
        signal: request.signal,
        // As a whole: Prism forwards what comes in chunks with Content-Length as well, which no server accepts.
        ...(request.body === null ? {} : { body: await request.text() }),
      });
      judged.push(operation);
      const detail = await violationIn(response);
      if (detail !== undefined) violations.push({ operation, detail });
      return response;
    },
  };
}

/** What Prism says in an answer of its own; `undefined` for an answer of the service. */
async function violationIn(response: Response): Promise<string | undefined> {
  if (!response.headers.get("content-type")?.includes("problem+json")) return undefined;
  const problem = (await response.clone().json()) as { readonly type?: string; readonly validation?: unknown };
  if (!problem.type?.startsWith("https://stoplight.io/prism/errors#")) return undefined;
  return `${problem.type.split("#")[1]}: ${JSON.stringify(problem.validation ?? problem)}`;
}
