/** Thrown when an answer is larger than the client was told to read. */
export const tooLarge: unique symbol = Symbol("too large");

/** So much of a body that cannot be read to its end is worth keeping, in bytes. */
const begunBytes = 8192;

/**
 * Reads a body as text, up to a number of bytes, and lets the connection go if there is more.
 *
 * @param onBreak given the beginning of a body that breaks off or is too large, before that is thrown.
 */
export async function readText(
  response: Response,
  maxBytes: number,
  onBreak?: (begun: string) => void,
): Promise<string> {
  const { body, headers } = response;
  if (body === null) return "";
  const announced = headers.get("content-length");
  const fits = !(Number(announced) > maxBytes);
  if (!onBreak && !fits) {
    discard(body);
    throw tooLarge;
  }
  // Announced lengths are the transport's to keep, so the platform's own reader is safe, and faster.
  if (!onBreak && announced !== null && !headers.has("content-encoding")) return response.text();
  return readChunks(body, fits ? maxBytes : begunBytes, onBreak);
}

async function readChunks(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  maxBytes: number,
  onBreak: ((begun: string) => void) | undefined,
): Promise<string> {
  const reader = body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      // Decoded in one go: piece by piece costs more than the pieces take.
      if (done) return chunks.length === 1 ? new TextDecoder().decode(chunks[0]) : await new Blob(chunks).text();
      chunks.push(value);
      bytes += value.byteLength;
      if (bytes > maxBytes) throw tooLarge;
    }
  } catch (thrown) {
    reader.releaseLock();
    discard(body);
    onBreak?.(await new Blob(chunks).slice(0, begunBytes).text());
    throw thrown;
  }
}

/**
 * Lets a connection go without reading what is left. Not awaited: where somebody holds a clone of the response, it would
 * wait for them.
 */
export function discard(body: ReadableStream | null): void {
  body?.cancel().catch(() => {});
}
