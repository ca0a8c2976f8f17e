/** Thrown when an answer is larger than the client was told to read. */
export const tooLarge: unique symbol = Symbol("too large");

/** Reads a body as text, up to a number of bytes, and lets the connection go if there is more. */
export async function readText(response: Response, maxBytes: number): Promise<string> {
  const { body } = response;
  if (body === null) return "";
  const announced = response.headers.get("content-length");
  if (announced !== null && Number(announced) > maxBytes) {
    discard(body);
    throw tooLarge;
  }
  // Announced lengths are the transport's to keep, so the platform's own reader is safe, and faster.
  if (announced !== null && !response.headers.has("content-encoding")) return response.text();
  return readChunks(body, maxBytes);
}

async function readChunks(body: ReadableStream<Uint8Array<ArrayBuffer>>, maxBytes: number): Promise<string> {
  const reader = body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    // Decoded in one go: piece by piece costs more than the pieces take.
    if (done) return chunks.length === 1 ? new TextDecoder().decode(chunks[0]) : new Blob(chunks).text();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      reader.releaseLock();
      discard(body);
      throw tooLarge;
    }
    chunks.push(value);
  }
}

/**
 * Lets a connection go without reading what is left. Not awaited: where somebody holds a clone of the response, it would
 * wait for them.
 */
export function discard(body: ReadableStream | null): void {
  body?.cancel().catch(() => {});
}
