/** The beginning of a text, short enough for a message. */
export function excerpt(text: string, max = 200): string {
  const line = text
    .slice(0, 10 * max)
    .replace(/\s+/g, " ")
    .trim();
  return line.length > max ? `${line.slice(0, max)}…` : line;
}

/** Takes a credential out of a text that the service sent back. */
export function redact(text: string, secret: string | undefined): string {
  return secret !== undefined && secret.length >= mostShown ? text.replaceAll(secret, hidden) : text;
}

/** Shorter secrets would be found everywhere, and shorter parts of one tell nothing. */
const mostShown = 4;
const hidden = "[redacted]";

/**
 * Takes a credential out of parsed JSON, keys included. Not out of the text it came from: there the credential may be
 * spelled with escapes.
 */
export function redactJson(value: unknown, secret: string): unknown {
  const text = JSON.stringify(value);
  const clean = redact(text, JSON.stringify(secret).slice(1, -1));
  return clean === text ? value : JSON.parse(clean);
}

/**
 * The beginning of a text that nobody could parse, without the credential: that may be spelled with the escapes of JSON,
 * and the text may have broken off in the middle of it.
 */
export function quote(text: string, secret: string, max?: number): string {
  const clean = redact(
    text
      .slice(0, 20_000)
      .replace(/\\u?[\da-f]{0,3}$/i, "")
      .replace(/\\(?:u([\da-f]{4})|(["\\/]))/gi, (_, code: string | undefined, char: string) =>
        code ? String.fromCharCode(Number.parseInt(code, 16)) : char,
      ),
    secret,
  );
  for (let length = secret.length - 1; length >= mostShown; length--) {
    if (clean.endsWith(secret.slice(0, length))) return excerpt(clean.slice(0, -length) + hidden, max);
  }
  return excerpt(clean, max);
}
