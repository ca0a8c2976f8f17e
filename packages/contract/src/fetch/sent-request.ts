import { isReadable, NO_BODY, readBody, readCopy, UNREAD, type BodyPart } from "./body.js";

export type FetchInput = RequestInfo | URL;
export type FetchInit = RequestInit | undefined;

/** Where a request goes. */
export interface Target {
  /** In upper case. */
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
}

/** A request on its way. */
export interface SentRequest extends Target {
  readonly body: BodyPart | Promise<BodyPart>;
  readonly signal: AbortSignal | undefined;
  /** To hand on to `fetch`: reading the body here takes nothing of it away. */
  readonly init: FetchInit;
  /** Gives up the body where the request is not sent. */
  discard(): void;
}

/** `undefined`: the arguments are not what `fetch` takes, which it will say itself. */
export function targetOf(input: FetchInput, init: FetchInit): Target | undefined {
  const request = input instanceof Request ? input : undefined;
  try {
    return {
      method: (init?.method ?? request?.method ?? "GET").toUpperCase(),
      url: new URL(request?.url ?? String(input), globalThis.location?.href),
      headers: new Headers(init?.headers ?? request?.headers),
    };
  } catch {
    return undefined;
  }
}

/** Looks at a request without using it up. Completes the headers of the target by the content type of the body. */
export function sentRequest(target: Target, input: FetchInput, init: FetchInit, maxBytes: number): SentRequest {
  const request = input instanceof Request ? input : undefined;
  const { headers } = target;
  const signal = init?.signal ?? request?.signal;
  const sent = { ...target, signal, init, discard: () => undefined };
  const given = init?.body ?? undefined;
  if (given === undefined) {
    if (request === undefined || request.body === null) return { ...sent, body: NO_BODY };
    return { ...sent, body: isReadable(headers) ? readCopy(request, maxBytes) : UNREAD };
  }
  if (given instanceof ReadableStream) {
    if (!isReadable(headers) || given.locked) return { ...sent, body: UNREAD };
    const [ours, theirs] = (given as ReadableStream<Uint8Array>).tee();
    const discard = (): void => void theirs.cancel().catch(() => undefined);
    return { ...sent, init: { ...init, body: theirs }, body: readBody(ours, maxBytes), discard };
  }
  const { type, bytes, text } = plainBody(given);
  if (type !== "" && !headers.has("content-type")) headers.set("content-type", type);
  const isRead = text !== undefined && bytes <= maxBytes && isReadable(headers);
  return { ...sent, body: isRead ? asPart(text()) : UNREAD };
}

interface PlainBody {
  /** The content type that `fetch` gives to such a body, empty when none. */
  readonly type: string;
  readonly bytes: number;
  /** Absent for a body that is no text. */
  readonly text?: () => string | Promise<string>;
}

function plainBody(body: Exclude<BodyInit, ReadableStream>): PlainBody {
  if (body instanceof FormData) return { type: "multipart/form-data", bytes: 0 };
  if (body instanceof Blob) return { type: body.type, bytes: body.size, text: () => body.text() };
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) {
    return { type: "", bytes: body.byteLength, text: () => new TextDecoder().decode(body) };
  }
  const isForm = body instanceof URLSearchParams;
  const text = String(body);
  const type = isForm ? "application/x-www-form-urlencoded;charset=UTF-8" : "text/plain;charset=UTF-8";
  return { type, bytes: text.length, text: () => text };
}

function asPart(text: string | Promise<string>): BodyPart | Promise<BodyPart> {
  if (typeof text === "string") return { bodyText: text };
  return text.then(
    (bodyText) => ({ bodyText }),
    () => UNREAD,
  );
}
