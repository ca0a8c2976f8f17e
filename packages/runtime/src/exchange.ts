import { discard, readText } from "./body.js";
import { ConfigurationError } from "./errors/configuration-error.js";
import type { SortedInput } from "./input.js";
import type { Operation } from "./operation.js";
import type { CallOptions } from "./options.js";
import { requestUrl } from "./request-url.js";
import { defaults, type Transport } from "./transport.js";

/** What came back from one attempt, its body read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** As far as it could be read. */
  readonly text: string;
  /** Why it could not be read to its end: {@link tooLarge}, or what the connection broke with. */
  readonly problem?: unknown;
}

/** One attempt, ready to be sent. */
export interface Exchange {
  readonly transport: Transport;
  readonly operation: Operation;
  readonly input: SortedInput;
  readonly options: CallOptions;
  readonly token: string;
  readonly attempt: number;
  readonly signal: AbortSignal;
  /** Called as soon as the service may see the request. */
  readonly onSend: () => void;
}

/** Sends one attempt and reads the answer, both under the attempt's signal. */
export async function exchange(attempt: Exchange): Promise<Answer> {
  const { transport, operation, input } = attempt;
  const url = requestUrl(transport.baseUrl, operation.path, input);
  const init: RequestInit = {
    method: operation.method,
    redirect: "manual",
    headers: headersOf(attempt),
    ...(operation.body && { body: JSON.stringify(input.body) }),
  };
  return read(await throughMiddleware(attempt, url, init), attempt);
}

/** Names in lower case: two spellings of one name would be sent as a list of both values. */
function headersOf({ transport, operation, options, token }: Exchange): Record<string, string> {
  const { header, scheme } = transport.api.auth;
  const headers: Record<string, string> = { accept: "application/json" };
  if (operation.body) headers["content-type"] = "application/json";
  for (const [name, value] of Object.entries({ ...transport.inside().options.headers, ...options.headers })) {
    headers[name.toLowerCase()] = value;
  }
  headers[header.toLowerCase()] = scheme ? `${scheme} ${token}` : token;
  return headers;
}

async function read(response: Response, { transport }: Exchange): Promise<Answer> {
  if (typeof response?.status !== "number") {
    throw new ConfigurationError("middleware", "or `fetch` gave something that is no Response");
  }
  const { status, headers } = response;
  if (status === 0 || (status >= 300 && status < 400)) {
    discard(response.body);
    return { status, headers, text: "" };
  }
  const { maxResponseBytes = defaults.maxResponseBytes } = transport.inside().options;
  // What a service says when it refuses is kept as far as it came.
  let text = "";
  const keep = status < 400 ? undefined : (begun: string): void => void (text = begun);
  try {
    return { status, headers, text: await readText(response, maxResponseBytes, keep) };
  } catch (thrown) {
    return { status, headers, text, problem: thrown ?? "no reason was given" };
  }
}

function throughMiddleware(
  { transport, operation, options, attempt, signal, onSend }: Exchange,
  url: string,
  init: RequestInit,
): Promise<Response> {
  const client = transport.inside().options;
  const send = (input: string | Request, how: RequestInit): Promise<Response> => {
    // A middleware may still be at work when its attempt is over; not every fetch looks at the signal first.
    signal.throwIfAborted();
    onSend();
    return (client.fetch ?? globalThis.fetch)(input, how);
  };
  const layers = [...(client.middleware ?? []), ...(options.middleware ?? [])];
  if (layers.length === 0) return send(url, { ...init, signal });

  const context = { operation: operation.id, attempt, signal };
  const run = (index: number, request: Request): Promise<Response> => {
    const layer = layers[index];
    if (layer === undefined) return send(request, { redirect: "manual", signal });
    let called = false;
    const next = (inner: Request): Promise<Response> => {
      if (called)
        throw new ConfigurationError(`middleware[${index}]`, "called next twice; each attempt may be sent once");
      called = true;
      return run(index + 1, inner);
    };
    return layer(request, next, context);
  };
  return run(0, new Request(url, init));
}
