/** The same answer with another text. */
export function withText({ status, headers }: Response, text: string): Response {
  return new Response(text, { status, headers: withLength(headers, byteLength(text)) });
}

/** The same headers, with the length of the body that goes with them. */
export function withLength(headers: HeadersInit, bytes: number): Headers {
  const copy = new Headers(headers);
  copy.set("content-length", String(bytes));
  return copy;
}

export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
