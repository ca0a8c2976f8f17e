import { tooLarge } from "./body.js";
import { checkCallOptions } from "./check-options.js";
import { interpretConnectionFailure } from "./connection.js";
import { AbortError } from "./errors/abort-error.js";
import { isApiError } from "./errors/api-error.js";
import { ConfigurationError, isConfigurationError } from "./errors/configuration-error.js";
import { CredentialsError, isCredentialsError } from "./errors/credentials-error.js";
import type { ErrorDetails, SdkError } from "./errors/sdk-error.js";
import { TimeoutError } from "./errors/timeout-error.js";
import { exchange, type Answer } from "./exchange.js";
import { sortInput, type SortedInput } from "./input.js";
import { interpret, requestIdOf, type ErrorFactory } from "./interpret.js";
import type { Operation } from "./operation.js";
import type { CallOptions, Wait } from "./options.js";
import { longestSilentWaitMs } from "./pacing.js";
import type { Attempt, Outcome, ResponseInfo, Result } from "./result.js";
import { backoffMs, isWorthRetrying, resolveRetryPolicy, worseOutcome } from "./retry.js";
import { attemptTimedOut, callEnded, openScope } from "./signals.js";
import { completeInput, defaults, type Transport } from "./transport.js";
import { reportUnrecognized } from "./unrecognized.js";

/** What one attempt came to. */
type Trial =
  { readonly data: unknown } | { readonly outcome: Outcome; readonly toError: ErrorFactory; readonly cause?: string };

/**
 * Calls one operation. Never throws and never rejects: every failure is a value, and each is one of ours.
 *
 * @param input as the operation's input type has it; checked against the description before anything is sent.
 */
export async function call(
  transport: Transport,
  operation: Operation,
  input: unknown,
  options: CallOptions = {},
): Promise<Result<unknown, SdkError>> {
  const { options: client } = transport.inside();
  let sorted: SortedInput;
  try {
    checkCallOptions(options, transport.api);
    sorted = sortInput(operation.inputs, completeInput(client.inputDefaults, operation, input));
    client.inputChecks?.[operation.id]?.({ ...sorted.body, ...sorted.query, ...sorted.path });
  } catch (problem) {
    return {
      ok: false,
      error: asConfigurationError(problem, { outcome: "notSent", operation: operation.id }),
      attempts: [],
    };
  }
  const scope = openScope(options.signal);
  try {
    return await run(transport, operation, sorted, options, scope);
  } finally {
    scope.dispose();
  }
}

/** One call: its attempts, the waits between them, and the time it has left. */
async function run(
  transport: Transport,
  operation: Operation,
  input: SortedInput,
  options: CallOptions,
  scope: ReturnType<typeof openScope>,
): Promise<Result<unknown, SdkError>> {
  const { id } = operation;
  const { clock } = transport;
  const { options: client, credentials } = transport.inside();
  const timeoutMs = options.timeoutMs ?? client.timeoutMs ?? defaults.timeoutMs;
  const totalTimeoutMs = options.totalTimeoutMs ?? client.totalTimeoutMs ?? defaults.totalTimeoutMs;
  const onWait = options.onWait ?? client.onWait;
  const policy = resolveRetryPolicy(client.retry, options.retry);
  const attempts: Attempt[] = [];
  /** More than the attempts where a credential could not be had, which is tried as often and no more. */
  let tries = 0;
  let deadline = clock.now() + totalTimeoutMs;
  let outcome: Outcome = "notSent";
  let response: ResponseInfo | undefined;
  /** The credential of the attempt under way, and whether it has been replaced already. */
  let token = "";
  let refreshed = false;
  let replaced = false;
  /** How long the call has waited since its last attempt, and why it goes on. */
  let waitedMs = 0;
  let why = "first attempt";

  const details = (): ErrorDetails => ({ outcome, operation: id, attempts, requestId: response?.requestId });

  const wait = async (reason: Wait["reason"], waitMs: number): Promise<void> => {
    try {
      const told: unknown = onWait?.({ reason, operation: id, waitMs, until: clock.now() + waitMs });
      // Nobody waits for it, so nobody else would handle its failure.
      if (told instanceof Promise) told.catch(() => {});
    } catch (cause) {
      throw new ConfigurationError("onWait", "threw", { ...details(), cause });
    }
    await scope.run((signal) => clock.sleep(waitMs, signal));
    waitedMs += waitMs;
  };

  /** Turns what a wait, a token source or the end of the call threw into our error. */
  const whatEnded = (thrown: unknown): SdkError => {
    const ending = scope.ending();
    if (thrown === callEnded && ending?.by === "caller") {
      return new AbortError(`${id}: aborted by the caller`, { ...details(), cause: ending.reason });
    }
    if (thrown === callEnded) {
      const message = `${id}: not done within ${totalTimeoutMs} ms, all attempts together`;
      return new TimeoutError(message, { ...details(), scope: "total", timeoutMs: totalTimeoutMs });
    }
    if (isCredentialsError(thrown)) {
      const { message, temporary, cause } = thrown;
      return new CredentialsError(`${id}: ${message}`, { ...details(), temporary, cause });
    }
    return isApiError(thrown) ? thrown : asConfigurationError(thrown, details());
  };

  const assertRunning = (): void => {
    if (scope.ending()) throw callEnded;
  };

  /** No longer than an attempt may take: a source that hangs would otherwise hang every call of the client. */
  const answerOf = async (source: Promise<string>): Promise<string> => {
    try {
      return await scope.run(() => source, timeoutMs);
    } catch (thrown) {
      if (thrown !== attemptTimedOut) throw thrown;
      credentials.giveUp();
      throw new CredentialsError(`the token source gave nothing within ${timeoutMs} ms`, { temporary: true });
    }
  };

  const judge = (answer: Answer): Trial => {
    const brokeOff = answer.text === undefined && answer.readError !== tooLarge;
    const cause = brokeOff && { cause: "body broke off" };
    // Where the status alone says that the service refused, a broken body must not hide it.
    if (brokeOff && answer.status < 400) return { ...interpretConnectionFailure(id, answer.readError), ...cause };
    const verdict = interpret(answer, operation, { token, now: clock.now(), explain: client.explain });
    return "data" in verdict ? verdict : { ...verdict, ...cause };
  };

  const judgeBreak = (thrown: unknown, wasSent: boolean): Trial => {
    if (thrown === attemptTimedOut) {
      const toError: ErrorFactory = (known) =>
        new TimeoutError(`${id}: no complete answer within ${timeoutMs} ms`, { ...known, scope: "attempt", timeoutMs });
      return { outcome: "unknown", cause: "timeout", toError };
    }
    if (thrown === callEnded) {
      return {
        outcome: "unknown",
        cause: scope.ending()?.by === "caller" ? "abort" : "timeout",
        toError: () => whatEnded(thrown),
      };
    }
    if (isConfigurationError(thrown) || !wasSent) {
      const toError: ErrorFactory = (known) => asConfigurationError(thrown, known);
      return { outcome: wasSent ? "unknown" : "notSent", cause: "configuration", toError };
    }
    const broken = interpretConnectionFailure(id, thrown);
    return { ...broken, cause: broken.outcome === "notSent" ? "no connection" : "connection broke" };
  };

  /** Keeps to the rate limit, signs in, sends, and judges the answer. Throws only what ended the call before it was sent. */
  const attempt = async (): Promise<Trial> => {
    const place =
      operation.rateLimits &&
      (await transport.api.pace?.(transport, operation, input, {
        mayWaitLong: onWait !== undefined,
        details,
        wait: (waitMs) => {
          // Pacing is the service's demand, not a slow answer: it does not use up the time of the call.
          deadline += waitMs;
          scope.limit(deadline - clock.now());
          return wait("rate-limit", waitMs);
        },
      }));
    try {
      // Asked for after the end, a token that cannot be had would be a rejection that nobody handles.
      assertRunning();
      if (!replaced) {
        // After the wait for the rate limit, not before it: a token may not live that long.
        const given = credentials.get();
        token = typeof given === "string" ? given : await answerOf(given);
        assertRunning();
      }
      replaced = false;
    } catch (thrown) {
      place?.leave();
      throw thrown;
    }
    const sentAt = clock.now();
    const number = attempts.length + 1;
    let status: number | undefined;
    let trial: Trial;
    let wasSent = false;
    const onSend = (): void => void (wasSent = true);
    place?.sent();
    try {
      const answer = await scope.run(
        (signal) => exchange({ transport, operation, input, options, token, attempt: number, signal, onSend }),
        timeoutMs,
      );
      status = answer.status;
      response = { status, headers: answer.headers, requestId: requestIdOf(answer.headers, token) };
      trial = judge(answer);
    } catch (thrown) {
      trial = judgeBreak(thrown, wasSent);
    }
    place?.answered();
    const cause = "cause" in trial ? trial.cause : undefined;
    attempts.push({
      number,
      sentAt,
      durationMs: clock.now() - sentAt,
      waitedMs,
      why,
      ...(status !== undefined && { status }),
      ...(cause !== undefined && { cause }),
    });
    waitedMs = 0;
    return trial;
  };

  /** After a failure: may the call be sent again, and if so, waits until then. */
  const mayGoOn = async (error: SdkError, own: Outcome): Promise<boolean> => {
    const refusal = isApiError(error) ? error : undefined;
    if (refusal?.status === 401) credentials.refuse(token);
    if (scope.ending() || tries >= policy.maxAttempts) return false;
    if (refusal?.status === 401) {
      // One forced refresh, and only if it brings another credential.
      if (refreshed || !credentials.refreshable) return false;
      refreshed = true;
      const refused = token;
      token = await answerOf(credentials.replace(refused));
      replaced = true;
      why = "after 401, with a new credential";
      return token !== refused;
    }
    const toldNotTo =
      response?.headers.get("qos-retry-hint") === "do-not-retry" ||
      (refusal && "limitedBy" in refusal && refusal.limitedBy === "client");
    if ((refusal && toldNotTo) || !isWorthRetrying(error, own, operation)) return false;
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
  for (;;) {
    let own: Outcome = "notSent";
    let error: SdkError;
    tries++;
    try {
      const trial = await attempt();
      if ("data" in trial) {
        if (client.onUnrecognized) reportUnrecognized(operation, trial.data, client.onUnrecognized);
        return { ok: true, data: trial.data, response: response as unknown as ResponseInfo, attempts };
      }
      own = trial.outcome;
      outcome = worseOutcome(outcome, own);
      error = trial.toError(details());
    } catch (thrown) {
      error = whatEnded(thrown);
    }
    try {
      if (await mayGoOn(error, own)) continue;
    } catch (thrown) {
      error = whatEnded(thrown);
    }
    if (error.outcome === "unknown" && operation.settledBy) {
      error.message += ` (it may have taken effect; ${operation.settledBy} tells)`;
    }
    return { ok: false, error, attempts, ...(response && { response }) };
  }
}

function asConfigurationError(problem: unknown, details: ErrorDetails): ConfigurationError {
  if (!isConfigurationError(problem)) {
    const message = "a function that was passed in threw, or a value cannot be sent";
    return new ConfigurationError("options", message, { ...details, cause: problem });
  }
  const { field, message, cause } = problem;
  return new ConfigurationError(field, message.slice(field.length + 2), { ...details, cause });
}
