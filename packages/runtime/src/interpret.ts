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

export function requestIdOf(headers: Headers, token: string): string | undefined {
  for (const name of requestIdHeaders) {
    const id = headers.get(name);
    if (id) return redact(id, token);
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
  if (status === 0 || status < 400) return redirect(answer, operation, token);
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
    return unreadable(
      "content-type",
      `with content of type ${excerpt(redact(type, token.toLowerCase()), 60)} instead of JSON`,
    );
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
  if (!fitsSome(data, operation)) {
    const wanted = operation.variants.flat().concat(Object.keys(operation.shape));
    return unreadable("unexpected-content", `its body has none of the fields ${[...new Set(wanted)].join(", ")}`);
  }
  return { data };
}

/** Has it a field that the description requires of some variant or, where it requires none, any field it knows? */
function fitsSome(data: object, { variants, shape }: Operation): boolean {
  const has = (name: string): boolean => Object.hasOwn(data, name);
  return variants.some((names) =>
    names.length > 0 ? names.some(has) : shape === 0 || Object.keys(data).length === 0 || Object.keys(shape).some(has),
  );
}

function redirect({ status, headers }: Answer, operation: Operation, token: string): Interpretation {
  const location = redact(headers.get("location") ?? "", token);
  const absolute = location.startsWith("//") ? `https:${location}` : location;
  const origin = URL.canParse(absolute) ? new URL(absolute).origin : undefined;
  const target = origin ? ` to ${origin}` : "";
  return {
    // "See other" is how a service answers a request that it has carried out.
    outcome: status === 303 && operation.retry !== "safe" ? "unknown" : "rejected",
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
  const { name: vendorName, message, parameters, instanceId, body } = readErrorBody(text ?? "", token);
  // By such a status the service says that it did nothing, and says it without a body: one with a body is a proxy's.
  const saysSo = operation.rejects?.includes(status) && text?.trim() === "";
  const outcome = (status >= 500 && !saysSo) || status === 408 ? "unknown" : "rejected";
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
