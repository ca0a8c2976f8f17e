import { ConfigurationError } from "./errors/configuration-error.js";

interface Stored {
  /** Operation id. */
  readonly o: string;
  /** Fingerprint of the input. */
  readonly i: string;
  /** Position. */
  readonly p: unknown;
}

/** What base64 has in place of these is not safe in a URL; what stands for nothing is left out. */
const urlSafe: Readonly<Record<string, string>> = { "+": "-", "/": "_" };

/**
 * Writes positions of a listing down so that another process can go on from them. They hold no credential and no input.
 * The input does not change while it is listed, so it is looked at once.
 */
export function resumeWriter(operation: string, input: unknown): (position: unknown) => string {
  const fingerprintOfInput = fingerprint(input);
  return (position) => encode({ o: operation, i: fingerprintOfInput, p: position });
}

function encode(stored: Stored): string {
  // JSON can spell everything in ASCII, which is all that btoa takes.
  const text = JSON.stringify(stored).replace(
    /[^ -~]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return btoa(text).replace(/[+/=]/g, (char) => urlSafe[char] ?? "");
}

/** @throws {ConfigurationError} if the token is not one, or belongs to another operation or input. */
export function readResume(operation: string, input: unknown, resume: string): unknown {
  let stored: Stored;
  try {
    stored = JSON.parse(atob(resume.replaceAll("-", "+").replaceAll("_", "/"))) as Stored;
    // Every token leads somewhere; without this, a mangled one would start again from the beginning.
    if ((stored.p ?? undefined) === undefined) throw new TypeError("no position");
  } catch {
    throw new ConfigurationError("resume", "is not a resume token; use the `next` of a page as it is");
  }
  if (stored.o !== operation) {
    throw new ConfigurationError("resume", `belongs to another operation; this is ${operation}`);
  }
  if (stored.i !== fingerprint(input)) {
    throw new ConfigurationError("resume", "belongs to a listing with another input; repeat the input it came from");
  }
  return stored.p;
}

/** 32-bit FNV-1a over the input with its fields in order. */
function fingerprint(input: unknown): string {
  const text = JSON.stringify(input, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((name) => [name, (value as Record<string, unknown>)[name]]),
        )
      : value,
  );
  let hash = 0x811c9dc5;
  for (const char of text ?? "") hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
