const MAX_LENGTH = 80;

/** Renders a found value in at most 80 characters, without the given secrets. */
export type Show = (value: unknown) => string;

/** Makes a {@link Show} that hides secrets before it shortens the text. */
export function createShow(secrets: readonly string[] = []): Show {
  return (value) => shorten(hideSecrets(summary(value, secrets), secrets));
}

/** Replaces every occurrence of a secret. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((hidden, secret) => hidden.replaceAll(secret, "[secret]"), text);
}

/** Containers are told by their outline: to write out a large body only to cut it would be slow and say less. */
function summary(value: unknown, secrets: readonly string[]): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return JSON.stringify(shortenString(value, secrets));
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return value.length === 1 ? "array of 1 item" : `array of ${value.length} items`;
  const names = Object.keys(value);
  return names.length === 0 ? "object without properties" : `object with ${names.slice(0, MAX_LENGTH).join(", ")}`;
}

function shortenString(text: string, secrets: readonly string[]): string {
  const clean = hideSecrets(text, secrets);
  return clean.length > MAX_LENGTH - 2 ? `${withoutHalfPair(clean.slice(0, MAX_LENGTH - 3))}…` : clean;
}

function shorten(text: string): string {
  return text.length > MAX_LENGTH ? `${withoutHalfPair(text.slice(0, MAX_LENGTH - 1))}…` : text;
}

/** A cut between the two halves of a surrogate pair would leave text that is not valid Unicode. */
function withoutHalfPair(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}
