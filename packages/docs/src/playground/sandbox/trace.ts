import type { CallTrace } from "../messages.ts";

/** The attempts of a call, if the value is an error of the SDK or a result. */
export function traceOf(value: unknown): CallTrace | undefined {
  try {
    return read(value);
  } catch {
    // A getter of the program's own.
    return undefined;
  }
}

function read(value: unknown): CallTrace | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { attempts, outcome, error, errors, ok } = value as Partial<CallTrace> & {
    error?: unknown;
    errors?: unknown;
    ok?: boolean;
  };
  if (!Array.isArray(attempts) || attempts.length === 0) {
    // Several providers failed at once: the first tells for all.
    return Array.isArray(errors) ? errors.map(read).find((found) => found !== undefined) : undefined;
  }
  if (value instanceof Error) return { title: value.name, outcome, attempts };
  if (error) return read(error);
  return typeof ok === "boolean" ? { title: "ok", outcome: undefined, attempts } : undefined;
}
