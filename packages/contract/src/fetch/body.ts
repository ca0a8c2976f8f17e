/** The text of a body; unread when there is one whose text is not at hand. */
export interface BodyPart {
  readonly bodyText?: string;
  readonly bodyIsUnread?: true;
}

export const NO_BODY: BodyPart = {};
export const UNREAD: BodyPart = { bodyIsUnread: true };

/** Whether the text of a body tells something: JSON and text do, save streams of events, which may never end. */
export function isReadable(headers: Headers): boolean {
  const type = headers.get("content-type") ?? "";
  return /^\s*(?:[^/;]+\/(?:[^/;]+\+)?json|text\/(?!event-stream)[^;]+?)\s*(?:;|$)/i.test(type);
}

/** The body of a response, of which the caller still has the whole. */
export function bodyOfResponse(response: Response, maxBytes: number): BodyPart | Promise<BodyPart> {
  if (response.body === null) return NO_BODY;
  return isReadable(response.headers) ? readCopy(response, maxBytes) : UNREAD;
}

/** Reads a message from a copy. The copy is made at once. */
export function readCopy(message: Request | Response, maxBytes: number): BodyPart | Promise<BodyPart> {
  if (message.bodyUsed || message.body?.locked === true) return UNREAD;
  const { body } = message.clone();
  return body === null ? NO_BODY : readBody(body, maxBytes);
}

/**
 * Reads a stream to its end, or gives it up once it is longer than the limit. A stream that fails is unread, too: the
 * failure is for those who read the original.
 */
export async function readBody(stream: ReadableStream<Uint8Array>, maxBytes: number): Promise<BodyPart> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let bodyText = "";
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { bodyText: bodyText + decoder.decode() };
      bytes += value.byteLength;
      if (bytes > maxBytes) {
        void reader.cancel().catch(() => undefined);
        return UNREAD;
      }
      bodyText += decoder.decode(value, { stream: true });
    }
  } catch {
    return UNREAD;
  }
}
