import { redact } from "./excerpt.js";
import type { Middleware } from "./middleware.js";

/** From the most talkative to the quietest. */
export type LogLevel = "debug" | "info" | "warn" | "error" | "off";

/** One line of a log. Holds nothing but what is listed here: no body, and no header or query value that was not allowed. */
export interface LogEntry {
  readonly level: Exclude<LogLevel, "off">;
  readonly event: "request" | "response" | "failure";
  readonly operation: string;
  readonly attempt: number;
  readonly method: string;
  /** Origin and path, and the query with the values that are not allowed replaced by `*`. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
  readonly durationMs?: number;
  /** Name of what was thrown. Its message stays out: it may repeat what a proxy was told. */
  readonly failure?: string;
}

/** Options of {@link logger}. */
export interface LoggerOptions {
  /** `debug` tells of requests too, `info` of answers, `warn` of error answers only, `error` of failures only. Default `info`. */
  readonly level?: LogLevel | undefined;
  /** Takes the entries. Default: `console`, by level. */
  readonly write?: ((entry: LogEntry) => void) | undefined;
  /** Names of the headers that may be shown, in requests and answers. Default: {@link defaultHeaders}. */
  readonly headers?: readonly string[] | undefined;
  /** Names of the query parameters whose values may be shown. Default: {@link defaultQuery}. */
  readonly query?: readonly string[] | undefined;
  /** Milliseconds since the epoch. Default: the machine's clock. */
  readonly now?: (() => number) | undefined;
}

/** Headers that say how a call went, and nothing about who made it. */
export const defaultHeaders: readonly string[] = [
  "content-length",
  "content-type",
  "date",
  "retry-after",
  "x-request-id",
];
/** Query parameters that hold no personal data. */
export const defaultQuery: readonly string[] = ["containmentType", "pageSize", "preview"];

const order: readonly LogLevel[] = ["debug", "info", "warn", "error", "off"];

/**
 * A middleware that logs every attempt. What is not allowed by name is not shown: a new header or parameter stays hidden
 * until somebody allows it.
 */
export function logger(options: LoggerOptions = {}): Middleware {
  const { level = "info", write = toConsole, headers = defaultHeaders, query = defaultQuery, now = Date.now } = options;
  const tell = (entry: LogEntry): void => {
    if (order.indexOf(entry.level) < order.indexOf(level)) return;
    try {
      write(entry);
    } catch {
      // A log that is full must not fail the call.
    }
  };
  return async (request, next, { operation, attempt }) => {
    const common = { operation, attempt, method: request.method, url: show(request.url, query) };
    // An answer may repeat what it was sent, under a name that is allowed.
    const hidden = [...request.headers]
      .filter(([name]) => name !== "accept" && !headers.includes(name))
      .flatMap(([, value]) => value.split(" "));
    tell({ level: "debug", event: "request", ...common, headers: pick(request.headers, headers, hidden) });
    const started = now();
    try {
      const response = await next(request);
      const { status } = response;
      const durationMs = now() - started;
      const answer = { ...common, status, durationMs, headers: pick(response.headers, headers, hidden) };
      tell({ level: status < 400 ? "info" : "warn", event: "response", ...answer });
      return response;
    } catch (error) {
      const failure = error instanceof Error ? error.name : typeof error;
      tell({ level: "error", event: "failure", ...common, durationMs: now() - started, failure });
      throw error;
    }
  };
}

function pick(headers: Headers, allowed: readonly string[], hidden: readonly string[]): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const name of allowed) {
    const value = headers.get(name);
    if (value !== null) shown[name] = hidden.reduce((text, secret) => redact(text, secret), value);
  }
  return shown;
}

function show(text: string, allowed: readonly string[]): string {
  const url = new URL(text);
  for (const name of new Set(url.searchParams.keys())) if (!allowed.includes(name)) url.searchParams.set(name, "*");
  return url.origin + url.pathname + url.search;
}

function toConsole(entry: LogEntry): void {
  console[entry.level](JSON.stringify(entry));
}
