import { errorsOf, type NamedError } from "./errors.ts";
import { slugOf } from "../site/slug.ts";
import { apis, type Api } from "./load.ts";
import type { Document, Parameter, RateLimit, RawOperation, Response, Retry, Source } from "./openapi.ts";

/** An operation as the site shows it. */
export interface Operation {
  readonly api: Api;
  readonly id: string;
  readonly method: string;
  /** With the base path of the server: what stands in the URL. */
  readonly path: string;
  /** The anchor under which the page for requests shows it. */
  readonly tryAnchor: string;
  readonly summary: string;
  readonly description: string;
  readonly source: Source;
  readonly retry: Retry;
  readonly limits: readonly RateLimit[];
  readonly pagination: string | undefined;
  readonly security: readonly Record<string, readonly string[]>[];
  readonly parameters: readonly Parameter[];
  readonly body: RawOperation["requestBody"];
  readonly responses: readonly (Response & { readonly status: string })[];
  readonly errors: readonly NamedError[];
}

/** All operations of all APIs. */
export const operations: readonly Operation[] = apis.flatMap((api) =>
  Object.entries(api.document.paths).flatMap(([path, item]) =>
    (["post", "get"] as const).flatMap((method) => {
      const raw = item[method];
      return raw
        ? [
            toOperation(api, method, path, {
              ...raw,
              parameters: [...(item.parameters ?? []), ...(raw.parameters ?? [])],
            }),
          ]
        : [];
    }),
  ),
);

function toOperation(api: Api, method: string, path: string, raw: RawOperation): Operation {
  const responses = Object.entries(raw.responses).map(([status, response]) => ({ ...response, status }));
  return {
    api,
    id: raw.operationId,
    method: method.toUpperCase(),
    path: basePath(api.document) + path,
    tryAnchor: `${api.name}/tag/${slugOf(raw.tags[0] ?? "")}/${method.toUpperCase()}${path}`,
    summary: raw.summary,
    description: raw.description,
    source: raw["x-source"],
    retry: raw["x-retry"],
    limits: raw["x-rate-limit"] ?? [],
    pagination: raw["x-pagination"]?.style,
    security: raw.security ?? api.document.security ?? [],
    parameters: raw.parameters ?? [],
    body: raw.requestBody,
    responses,
    errors: responses
      .filter(({ status }) => !status.startsWith("2"))
      .flatMap((response) => errorsOf(response.status, response)),
  };
}

/** Path of the first server: `/api`. */
export function basePath(document: Document): string {
  const { pathname } = new URL(serverAddress(document));
  return pathname.replace(/\/$/, "");
}

/** Address of the first server, its variables filled with their defaults. */
export function serverAddress({ servers: [server] }: Document): string {
  if (server === undefined) throw new Error("a description without servers");
  return server.url.replaceAll(/\{(\w+)\}/g, (_, name: string) => server.variables?.[name]?.default ?? "");
}
