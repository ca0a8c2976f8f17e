import { tooLarge } from "./body.js";
import { readErrorBody } from "./error-body.js";
import { ApiError } from "./errors/api-error.js";
import { RateLimitedError } from "./errors/rate-limited-error.js";
import { RedirectError } from "./errors/redirect-error.js";
import type { ErrorDetails, SdkError } from "./errors/sdk-error.js";
import { UnreadableResponseError, type UnreadableReason } from "./errors/unreadable-response-error.js";
import type { Answer } from "./exchange.js";
import { excerpt, redact } from "./excerpt.js";
import type { Operation } from "./operation.js";
import type { Outcome } from "./result.js";
import { parseRetryAfter } from "./retry-after.js";
import { statusNames } from "./status-names.js";
import type { TransportOptions } from "./transport.js";

/** An answer's data, or what is wrong with it. */
export type Interpretation = { readonly data: unknown } | { readonly outcome: Outcome; readonly toError: ErrorFactory };
/** Makes the error once the history of the call is known. */
export type ErrorFactory = (details: ErrorDetails) => SdkError;

/** Headers under which services, gateways and proxies name a request. */
const requestIdHeaders = ["x-request-id", "request-id", "x-b3-traceid", "x-trace-id", "x-correlation-id"];

export function requestIdOf(headers: Headers): string | undefined {
  for (const name of requestIdHeaders) {
    const id = headers.get(name);
    if (id) return id;
  }
  return undefined;
}

/** What is needed to judge an answer beside the answer itself. */
export interface Context {
  /** The credential that was sent: taken out of whatever the service sends back. */
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly explain: TransportOptions["explain"];
}

/** Decides what an answer means. Never throws, and takes nothing for success that the description does not allow. */
export function interpret(answer: Answer, operation: Operation, { token, now, explain }: Context): Interpretation {
  const { status } = answer;
  if (status >= 200 && status < 300) return readData(answer, operation, token);
  if (status === 0 || status < 400) return redirect(answer, operation);
  return apiError(answer, operation, { token, now, explain });
}

function readData(
  { status, headers, text = "", readError }: Answer,
  operation: Operation,
  token: string,
): Interpretation {
  const unreadable = (reason: UnreadableReason, problem: string): Interpretation => ({
    outcome: "unknown",
    toError: (details) =>
      new UnreadableResponseError(`${operation.id}: the service answered ${status}, but ${problem}`, {
        ...details,
        reason,
        status,
        excerpt: excerpt(redact(text, token)),
      }),
  });
  if (readError === tooLarge) return unreadable("too-large", "the answer is larger than maxResponseBytes allows");
  const type = headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (text.trim() === "") return unreadable("empty", "without the body that belongs there");
  if (type !== "" && !/^application\/(.+\+)?json$/.test(type)) {
    return unreadable("content-type", `with content of type ${excerpt(type, 60)} instead of JSON`);
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return unreadable("not-json", "its body is not JSON, or was cut off");
  }
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    return unreadable("unexpected-content", "its body is not a JSON object");
  }
  const fits = operation.variants.some(
    (names) => names.length === 0 || names.some((name) => Object.hasOwn(data, name)),
  );
  if (!fits) {
    return unreadable("unexpected-content", `its body has none of the fields ${operation.variants.flat().join(", ")}`);
  }
  return { data };
}

function redirect({ status, headers }: Answer, operation: Operation): Interpretation {
  const location = headers.get("location") ?? "";
  const origin = URL.canParse(location) ? new URL(location).origin : undefined;
  const target = origin ? ` to ${origin}` : "";
  return {
    outcome: "rejected",
    toError: (details) =>
      new RedirectError(
        `${operation.id}: the service redirects${target} (${status}), and redirects are never followed; check baseUrl`,
        { ...details, status, targetOrigin: origin },
      ),
  };
}

function apiError(
  { status, headers, text }: Answer,
  operation: Operation,
  { token, now, explain }: Context,
): Interpretation {
  const { name: vendorName, message, parameters, instanceId, body } = readErrorBody(redact(text ?? "", token));
  const outcome =
    status >= 500
      ? operation.rejects?.includes(status)
        ? "rejected"
        : "unknown"
      : status === 408
        ? "unknown"
        : "rejected";
  const toError: ErrorFactory = (details) => {
    const retryAt = parseRetryAfter(headers.get("retry-after"), now);
    const requestId = instanceId ?? details.requestId;
    const all = {
      ...details,
      requestId,
      status,
      vendorName,
      vendorMessage: message,
      parameters: parameters ?? {},
      body,
      retryAt,
    };
    if (status === 429) {
      const when = retryAt === undefined ? "" : `; try again at ${new Date(retryAt).toISOString()}`;
      return new RateLimitedError(`${operation.id}: too many requests (429)${message ? `: ${message}` : ""}${when}`, {
        ...all,
        limitedBy: "service",
      });
    }
    const name = nameOf(status, vendorName, operation);
    const advice = explain?.(status, body);
    const hint = advice ? `; ${advice}` : "";
    const label = name === "UnrecognizedApiError" && vendorName ? `${vendorName}, which is not documented here` : name;
    return new ApiError(
      name,
      `${operation.id}: ${label} (${status})${message && message !== vendorName ? `: ${message}` : ""}${hint}`,
      all,
    );
  };
  return { outcome, toError };
}

function nameOf(status: number, vendorName: string | undefined, { errorNames, errorStatuses }: Operation): string {
  if (vendorName !== undefined) return errorNames?.includes(vendorName) ? vendorName : "UnrecognizedApiError";
  return (errorStatuses.includes(status) && statusNames[status]) || "UnrecognizedApiError";
}
