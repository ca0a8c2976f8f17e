import { tooLarge } from "./body.js";
import { checkCallOptions } from "./check-options.js";
import { connectionFailure } from "./connection.js";
import { AbortError } from "./errors/abort-error.js";
import { isApiError } from "./errors/api-error.js";
import { ConfigurationError, configurationErrorOf, isConfigurationError } from "./errors/configuration-error.js";
import { CredentialsError, isCredentialsError } from "./errors/credentials-error.js";
import { isSdkError, type ErrorDetails, type SdkError } from "./errors/sdk-error.js";
import { TimeoutError } from "./errors/timeout-error.js";
import { exchange, type Answer } from "./exchange.js";
import { sortInput, type SortedInput } from "./input.js";
import { interpret, requestIdOf } from "./interpret.js";
import { refused } from "./map-call.js";
import type { Operation } from "./operation.js";
import type { CallOptions, Wait } from "./options.js";
import { longestSilentWaitMs } from "./pacing.js";
import type { Attempt, Outcome, ResponseInfo, Result } from "./result.js";
import { backoffMs, isWorthRetrying, resolveRetryPolicy, worseOutcome } from "./retry.js";
import { attemptTimedOut, callEnded, openScope } from "./signals.js";
import { completeInput, defaults, type Transport } from "./transport.js";
import { reportUnrecognized } from "./unrecognized.js";

/**
 * Calls one operation. Never throws and never rejects: every failure is a value, and each is one of ours.
 *
 * @param input as the operation's input type has it; checked against the description before anything is sent.
 */
export function call(
  transport: Transport,
  operation: Operation,
  input: unknown,
  options: CallOptions = {},
): Promise<Result<unknown, SdkError>> {
  const { inputDefaults, inputChecks } = transport.inside().provider;
  let sorted: SortedInput = { path: {}, query: {}, body: {} };
  const problem = refused(operation.id, () => {
    checkCallOptions(options, transport.api);
    sorted = sortInput(operation.inputs, completeInput(inputDefaults, operation, input));
    inputChecks?.[operation.id]?.({ ...sorted.body, ...sorted.query, ...sorted.path });
  });
  return problem ? Promise.resolve(problem) : run(transport, operation, sorted, options);
}

/** One call: its attempts, the waits between them, and the time it has left. */
async function run(
  transport: Transport,
  operation: Operation,
  input: SortedInput,
  options: CallOptions,
): Promise<Result<unknown, SdkError>> {
  const { id } = operation;
  const { clock } = transport;
  const { options: client, provider, credentials } = transport.inside();
  const timeoutMs = options.timeoutMs ?? client.timeoutMs ?? defaults.timeoutMs;
  const totalTimeoutMs = options.totalTimeoutMs ?? client.totalTimeoutMs ?? defaults.totalTimeoutMs;
  const onWait = options.onWait ?? client.onWait;
  const policy = resolveRetryPolicy(client.retry, options.retry);
  const scope = openScope(options.signal);
  const attempts: Attempt[] = [];
  /** More than the attempts where a credential could not be had, which is tried as often and no more. */
  let tries = 0;
  let deadline = clock.now() + totalTimeoutMs;
  /** Of all attempts so far, and how far the one under way has come. */
  let outcome: Outcome = "notSent";
  let reached: Outcome = "notSent";
  let response: ResponseInfo | undefined;
  /** The credential of the attempt under way, and whether it has been replaced already. */
  let token = "";
  let refreshed = false;
  let replaced = false;
  /** How long the call has waited since its last attempt, and why it goes on. */
  let waitedMs = 0;
  let why = "first attempt";

  const details = (): ErrorDetails => ({
    outcome: reached,
    operation: id,
    attempts,
    requestId: response?.requestId,
  });

  const wait = async (reason: Wait["reason"], waitMs: number): Promise<void> => {
    try {
      const told: unknown = onWait?.({ reason, operation: id, waitMs, until: clock.now() + waitMs });
      // Nobody waits for it, so nobody else would handle its failure.
      if (told instanceof Promise) told.catch(() => {});
    } catch (cause) {
      throw new ConfigurationError("onWait", "threw", { ...details(), cause });
    }
    await scope.run(async (signal) => clock.sleep(waitMs, signal));
    waitedMs += waitMs;
  };

  const assertRunning = (): void => {
    if (scope.ending()) throw callEnded;
  };

  /** Our error of whatever a wait, a token source, `fetch` or the end of the call threw. */
  const errorOf = (thrown: unknown): SdkError => {
    if (thrown === callEnded) {
      const ending = scope.ending();
      if (ending?.by === "caller") {
        return new AbortError(`${id}: aborted by the caller`, { ...details(), cause: ending.reason });
      }
      const message = `${id}: not done within ${totalTimeoutMs} ms, all attempts together`;
      return new TimeoutError(message, { ...details(), scope: "total", timeoutMs: totalTimeoutMs });
    }
    if (thrown === attemptTimedOut) {
      const message = `${id}: no complete answer within ${timeoutMs} ms`;
      return new TimeoutError(message, { ...details(), scope: "attempt", timeoutMs });
    }
    if (isCredentialsError(thrown)) {
      const { message, temporary, cause } = thrown;
      return new CredentialsError(`${id}: ${message}`, { ...details(), temporary, cause });
    }
    return isApiError(thrown) ? thrown : configurationErrorOf(thrown, details());
  };

  /** No longer than an attempt may take: a source that hangs would otherwise hang every call of the client. */
  const waitForToken = async (answer: Promise<string>): Promise<string> => {
    try {
      return await scope.run(() => answer, timeoutMs);
    } catch (thrown) {
      if (thrown !== attemptTimedOut) throw thrown;
      credentials.giveUp();
      throw new CredentialsError(`the token source gave nothing within ${timeoutMs} ms`, { temporary: true });
    }
  };

  /** Sends the request and reads the answer; writes down what became of it. */
  const send = async (): Promise<object> => {
    const number = attempts.length + 1;
    const sentAt = clock.now();
    let answer: Answer | undefined;
    let cause: string | undefined;
    const onSend = (): void => void (reached = "unknown");
    try {
      answer = await scope.run(
        (signal) => exchange({ transport, operation, input, options, token, attempt: number, signal, onSend }),
        timeoutMs,
      );
      const { status, headers, problem } = answer;
      response = { status, headers, requestId: requestIdOf(headers, token) };
      if (problem && problem !== tooLarge) cause = "body broke off";
      return interpret(answer, { operation, token, now: clock.now(), explain: provider.explain, details: details() });
    } catch (thrown) {
      if (answer) throw thrown;
      const isOurs = typeof thrown === "symbol" || isConfigurationError(thrown) || reached === "notSent";
      const error = isOurs ? errorOf(thrown) : connectionFailure(thrown, details());
      cause = causes[error.name] ?? (error.outcome === "notSent" ? "no connection" : "connection broke");
      throw error;
    } finally {
      reached = "notSent";
      attempts.push({
        number,
        sentAt,
        durationMs: clock.now() - sentAt,
        waitedMs,
        why,
        ...(answer && { status: answer.status }),
        ...(cause && { cause }),
      });
      waitedMs = 0;
    }
  };

  /** Keeps to the rate limit, signs in and sends. */
  const attempt = async (): Promise<object> => {
    const place =
      operation.rateLimits &&
      (await transport.api.pace?.(transport, operation, input, {
        mayWaitLong: onWait !== undefined,
        details,
        wait: async (waitMs) => {
          // Pacing is the service's demand, not a slow answer: it does not use up the time of the call.
          const leftMs = deadline - clock.now();
          scope.limit(Infinity);
          await wait("rate-limit", waitMs);
          deadline = clock.now() + leftMs;
          scope.limit(leftMs);
        },
      }));
    try {
      // Asked for after the end, a token that cannot be had would be a rejection that nobody handles.
      assertRunning();
      if (!replaced) {
        // After the wait for the rate limit, not before it: a token may not live that long.
        const given = credentials.get(waitForToken);
        token = typeof given === "string" ? given : await given;
        assertRunning();
      }
      replaced = false;
    } catch (thrown) {
      place?.leave();
      throw thrown;
    }
    place?.sent();
    try {
      return await send();
    } finally {
      place?.answered();
    }
  };

  /** After a failure: may the call be sent again, and if so, waits until then. */
  const mayGoOn = async (error: SdkError): Promise<boolean> => {
    const refusal = isApiError(error) ? error : undefined;
    if (refusal?.status === 401) credentials.refuse(token);
    if (scope.ending() || tries >= policy.maxAttempts) return false;
    if (refusal?.status === 401) {
      // One forced refresh, and only if it brings another credential.
      if (refreshed || !credentials.refreshable) return false;
      refreshed = true;
      const refused = token;
      token = await credentials.replace(refused, waitForToken);
      replaced = true;
      why = "after 401, with a new credential";
      return token !== refused;
    }
    if (refusal && response?.headers.get("qos-retry-hint") === "do-not-retry") return false;
    if (!isWorthRetrying(error, operation)) return false;
    const retryAt = refusal?.retryAt;
    const waitMs =
      retryAt === undefined
        ? backoffMs(tries, policy, client.random ?? Math.random)
        : Math.max(0, retryAt - clock.now());
    if (waitMs > deadline - clock.now() || (waitMs > longestSilentWaitMs && !onWait)) return false;
    await wait("retry", waitMs);
    why = `after ${refusal?.status ?? error.name}${retryAt === undefined ? "" : ", when the service allowed it"}`;
    return true;
  };

  scope.limit(totalTimeoutMs);
  try {
    for (;;) {
      tries++;
      let error: SdkError;
      try {
        const data = await attempt();
        if (client.onUnrecognized) reportUnrecognized(operation, data, client.onUnrecognized);
        return { ok: true, data, response: response as unknown as ResponseInfo, attempts };
      } catch (thrown) {
        error = isSdkError(thrown) && thrown.operation === id ? thrown : errorOf(thrown);
      }
      outcome = worseOutcome(outcome, error.outcome);
      try {
        if (await mayGoOn(error)) continue;
      } catch (thrown) {
        error = errorOf(thrown);
      }
      // What one attempt may have done, the call may have done.
      Object.assign(error, { outcome });
      if (outcome === "unknown" && operation.settledBy) {
        error.message += ` (it may have taken effect; ${operation.settledBy} tells)`;
      }
      return { ok: false, error, attempts, ...(response && { response }) };
    }
  } finally {
    scope.dispose();
  }
}

/** How the record of an attempt names what happened instead of an answer. */
const causes: Readonly<Record<string, string>> = {
  AbortError: "abort",
  ConfigurationError: "configuration",
  TimeoutError: "timeout",
};
