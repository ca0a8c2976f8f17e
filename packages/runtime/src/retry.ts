import type { SdkError } from "./errors/sdk-error.js";
import { isApiError } from "./errors/api-error.js";
import type { Operation } from "./operation.js";
import type { Outcome } from "./result.js";
import type { RetryPolicy } from "./options.js";

/** A policy with its defaults filled in. */
export type ResolvedRetryPolicy = Readonly<Record<keyof RetryPolicy, number>>;

const defaults: ResolvedRetryPolicy = { maxAttempts: 3, baseDelayMs: 500, maxDelayMs: 8000 };
const once: ResolvedRetryPolicy = { ...defaults, maxAttempts: 1 };

/** The call's own settings over the client's over the defaults; `false` at the call or, unless it says otherwise, at the client. */
export function resolveRetryPolicy(
  client: RetryPolicy | false | undefined,
  call: RetryPolicy | false | undefined,
): ResolvedRetryPolicy {
  if (call === false || (call === undefined && client === false)) return once;
  // Not by spreading: `undefined` means the default, here as everywhere.
  const setting = (name: keyof RetryPolicy): number => call?.[name] ?? (client || undefined)?.[name] ?? defaults[name];
  return {
    maxAttempts: setting("maxAttempts"),
    baseDelayMs: setting("baseDelayMs"),
    maxDelayMs: setting("maxDelayMs"),
  };
}

/** Full jitter: anything between nothing and the bound, which doubles with each attempt up to the cap. */
export function backoffMs(attempt: number, policy: ResolvedRetryPolicy, random: () => number): number {
  return Math.floor(random() * Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** (attempt - 1)));
}

/**
 * May this failure be met by sending the call again? Only where the service cannot have acted, or where the description
 * says that acting twice is harmless. A refused credential is not decided here: see the call loop.
 *
 * @param error of one attempt: its outcome is that attempt's alone.
 */
export function isWorthRetrying(error: SdkError, { retry }: Operation): boolean {
  const { name, outcome, temporary, reason, scope } = error as SdkError & Partial<Telling>;
  // The answer that is too large would be as large again.
  if (never.has(name) || temporary === false || reason === "too-large" || scope === "total") return false;
  if (outcome === "unknown") return retry === "safe";
  if (!isApiError(error)) return outcome === "notSent";
  // What was held back to keep within a limit, nobody has refused.
  return outcome === "rejected" && (error.status === 429 || error.status >= 500);
}

/** Failures that would be the same again. */
const never = new Set(["AbortError", "ConfigurationError", "RedirectError"]);

/** Fields by which some errors say that another try is in vain. */
interface Telling {
  readonly temporary: boolean;
  readonly reason: string;
  readonly scope: string;
}

const severity: Readonly<Record<Outcome, number>> = { notSent: 0, rejected: 1, unknown: 2 };

/** The outcome of several attempts together: what may have happened in one of them may have happened. */
export function worseOutcome(a: Outcome, b: Outcome): Outcome {
  return severity[a] > severity[b] ? a : b;
}
