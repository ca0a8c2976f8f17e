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
  return secret !== undefined && secret.length >= 4 ? text.replaceAll(secret, "[redacted]") : text;
}

/**
 * Takes a credential out of parsed JSON, keys included. Not out of the text it came from: there the credential may be
 * spelled with escapes.
 */
export function redactJson(value: unknown, secret: string): unknown {
  const text = JSON.stringify(value);
  const clean = redact(text, JSON.stringify(secret).slice(1, -1));
  return clean === text ? value : JSON.parse(clean);
}
