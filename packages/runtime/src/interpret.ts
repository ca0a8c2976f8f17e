import { tooLarge } from "./body.js";
import { connectionFailure } from "./connection.js";
import { readErrorBody } from "./error-body.js";
import { ApiError } from "./errors/api-error.js";
import { RateLimitedError } from "./errors/rate-limited-error.js";
import { RedirectError } from "./errors/redirect-error.js";
import type { ErrorDetails } from "./errors/sdk-error.js";
import { UnreadableResponseError, type UnreadableReason } from "./errors/unreadable-response-error.js";
import type { Answer } from "./exchange.js";
import { excerpt, quote, redact } from "./excerpt.js";
import type { Operation } from "./operation.js";
import { parseRetryAfter } from "./retry-after.js";
import { statusNames } from "./status-names.js";
import type { TransportOptions } from "./transport.js";

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
  readonly operation: Operation;
  /** The credential that was sent: taken out of whatever the service sends back. */
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly explain: TransportOptions["explain"];
  /** Of the call; the outcome is found out here. */
  readonly details: ErrorDetails;
}

/**
 * The data of an answer. Takes nothing for success that the description does not allow.
 *
 * @throws {SdkError} that says what is wrong with the answer, with the outcome of the attempt.
 */
export function interpret(answer: Answer, context: Context): object {
  const { status, problem } = answer;
  if (status >= 200 && status < 300) {
    if (problem !== undefined && problem !== tooLarge) throw connectionFailure(problem, context.details);
    return readData(answer, context);
  }
  throw status < 400 ? redirect(answer, context) : apiError(answer, context);
}

function readData({ status, headers, text, problem }: Answer, { operation, token, details }: Context): object {
  const unreadable = (reason: UnreadableReason, what: string): UnreadableResponseError =>
    new UnreadableResponseError(what, { ...details, reason, status, excerpt: quote(text, token) });
  if (problem) throw unreadable("too-large", "the answer is larger than maxResponseBytes allows");
  const type = headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (text.trim() === "") throw unreadable("empty", "without the body that belongs there");
  if (type !== "" && !/^application\/(.+\+)?json$/.test(type)) {
    throw unreadable(
      "content-type",
      `with content of type ${excerpt(redact(type, token.toLowerCase()), 60)} instead of JSON`,
    );
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw unreadable("not-json", "its body is not JSON, or was cut off");
  }
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    throw unreadable("unexpected-content", "its body is not a JSON object");
  }
  if (!fitsSome(data, operation)) {
    const wanted = operation.variants.flat().concat(Object.keys(operation.shape));
    throw unreadable("unexpected-content", `its body has none of the fields ${[...new Set(wanted)].join(", ")}`);
  }
  return data;
}

/** Has it a field that the description requires of some variant or, where it requires none, any field it knows? */
function fitsSome(data: object, { variants, shape }: Operation): boolean {
  const has = (name: string): boolean => Object.hasOwn(data, name);
  return variants.some((names) =>
    names.length > 0 ? names.some(has) : shape === 0 || Object.keys(data).length === 0 || Object.keys(shape).some(has),
  );
}

function redirect({ status, headers }: Answer, { operation, token, details }: Context): RedirectError {
  const location = redact(headers.get("location") ?? "", token);
  const absolute = location.startsWith("//") ? `https:${location}` : location;
  const targetOrigin = URL.canParse(absolute) ? new URL(absolute).origin : undefined;
  const target = targetOrigin ? ` to ${targetOrigin}` : "";
  return new RedirectError(
    `${operation.id}: the service redirects${target} (${status}), and redirects are never followed; check baseUrl`,
    {
      ...details,
      // "See other" is how a service answers a request that it has carried out.
      outcome: status === 303 && operation.retry !== "safe" ? "unknown" : "rejected",
      status,
      targetOrigin,
    },
  );
}

function apiError(
  { status, headers, text, problem }: Answer,
  { operation, token, now, explain, details }: Context,
): ApiError {
  const { name: vendorName, message, parameters, instanceId, body } = readErrorBody(text, token);
  // By such a status the service says that it did nothing, and says it without a body: one with a body is a proxy's.
  const saysSo = operation.rejects?.includes(status) && !problem && text.trim() === "";
  const retryAt = parseRetryAfter(headers.get("retry-after"), now);
  const all = {
    ...details,
    outcome: (status >= 500 && !saysSo) || status === 408 ? "unknown" : "rejected",
    requestId: instanceId ?? details.requestId,
    status,
    vendorName,
    vendorMessage: message,
    parameters: parameters ?? {},
    body,
    retryAt,
  } as const;
  const words = message && message !== vendorName ? `: ${message}` : "";
  if (status === 429) {
    const when = retryAt === undefined ? "" : `; try again at ${new Date(retryAt).toISOString()}`;
    return new RateLimitedError(`${operation.id}: too many requests (429)${words}${when}`, {
      ...all,
      limitedBy: "service",
    });
  }
  const name = nameOf(status, vendorName, operation);
  const label = name === "UnrecognizedApiError" && vendorName ? `${vendorName}, which is not documented here` : name;
  const advice = explain?.(status, body);
  return new ApiError(name, `${operation.id}: ${label} (${status})${words}${advice ? `; ${advice}` : ""}`, all);
}

function nameOf(status: number, vendorName: string | undefined, { errorNames, errorStatuses }: Operation): string {
  if (vendorName !== undefined) return errorNames?.includes(vendorName) ? vendorName : "UnrecognizedApiError";
  return (errorStatuses.includes(status) && statusNames[status]) || "UnrecognizedApiError";
}
