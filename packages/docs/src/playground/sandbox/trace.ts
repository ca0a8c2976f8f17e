import type { Attempt } from "@org/runtime";
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
  if (!Array.isArray(attempts) || attempts.length === 0 || !attempts.every(isAttempt)) {
    // Several providers failed at once: the first tells for all.
    return Array.isArray(errors) ? errors.map(read).find((found) => found !== undefined) : undefined;
  }
  if (value instanceof Error) return { title: value.name, outcome, attempts };
  if (error) return read(error);
  return typeof ok === "boolean" ? { title: "ok", outcome: undefined, attempts } : undefined;
}

/** A program may call anything its attempts: what cannot be drawn, or cannot leave the sandbox, is none. */
function isAttempt(value: unknown): value is Attempt {
  if (typeof value !== "object" || value === null) return false;
  const { number, waitedMs, durationMs, why, status = 0 } = value as Partial<Attempt>;
  return (
    [number, waitedMs, durationMs, status].every(Number.isFinite) &&
    typeof why === "string" &&
    Object.values(value).every((field) => ["string", "number", "undefined"].includes(typeof field))
  );
}
