import { ConnectionError } from "./errors/connection-error.js";
import type { ErrorDetails } from "./errors/sdk-error.js";
import { TimeoutError } from "./errors/timeout-error.js";

/** Codes of Node, Deno and Bun that mean: no connection was made, so nothing was sent. */
const neverConnected = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "ConnectionRefused",
  "FailedToOpenSocket",
]);

/** Codes of a certificate that was not accepted: the request was never written. */
const certificate = /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

const platformLimits: Readonly<Record<string, string>> = {
  UND_ERR_HEADERS_TIMEOUT: "headersTimeout",
  UND_ERR_BODY_TIMEOUT: "bodyTimeout",
};

/**
 * What a `fetch` that threw, or a body that broke off, means.
 *
 * @param details of the call; the outcome is found out here.
 */
export function connectionFailure(thrown: unknown, details: ErrorDetails): ConnectionError | TimeoutError {
  const { operation } = details;
  const code = codeOf(thrown);
  const option = code && platformLimits[code];
  if (option) {
    return new TimeoutError(
      `${operation}: Node's own ${option} (300 s unless changed) ended the request; pass a fetch with a dispatcher that allows more`,
      { ...details, outcome: "unknown", scope: "platform", cause: thrown },
    );
  }
  const outcome = code !== undefined && (neverConnected.has(code) || certificate.test(code)) ? "notSent" : "unknown";
  const what =
    outcome === "notSent" ? "no connection could be made" : "the connection broke before the answer was complete";
  return new ConnectionError(`${operation}: ${what}${code ? ` (${code})` : ""}`, {
    ...details,
    outcome,
    code,
    cause: thrown,
  });
}

/** The most telling code in a chain of causes. */
function codeOf(error: unknown): string | undefined {
  for (let depth = 0, at = error; depth < 5 && typeof at === "object" && at !== null; depth++) {
    const { code, cause, errors } = at as { code?: unknown; cause?: unknown; errors?: unknown };
    if (typeof code === "string") return code;
    at = cause ?? (Array.isArray(errors) ? errors[0] : undefined);
  }
  return undefined;
}
