import { tooLarge } from "./body.js";
import { interpretConnectionFailure } from "./connection.js";
import { AbortError } from "./errors/abort-error.js";
import { ConfigurationError, isConfigurationError, ofOperation } from "./errors/configuration-error.js";
import { CredentialsError, isCredentialsError } from "./errors/credentials-error.js";
import { isApiError } from "./errors/api-error.js";
import { RateLimitedError } from "./errors/rate-limited-error.js";
import type { ErrorDetails, SdkError } from "./errors/sdk-error.js";
import { TimeoutError } from "./errors/timeout-error.js";
import { exchange, type Answer } from "./exchange.js";
import { sortInput, type SortedInput } from "./input.js";
import { interpret, requestIdOf, type ErrorFactory } from "./interpret.js";
import type { Operation } from "./operation.js";
import type { CallOptions, Wait } from "./options.js";
import { sharedRateWindow } from "./rate-limits.js";
import { marginMs, type Place } from "./rate-window.js";
import type { Attempt, Outcome, ResponseInfo, Result } from "./result.js";
import { backoffMs, isWorthRetrying, resolveRetryPolicy, worseOutcome, type ResolvedRetryPolicy } from "./retry.js";
import { attemptTimedOut, callEnded, CallScope } from "./signals.js";
import { checkCallOptions, defaults, type Transport } from "./transport.js";
import { reportUnrecognized } from "./unrecognized.js";

/** Without `onWait`, nobody would know why a call takes longer than this: a whole window of a minute. */
const longestSilentWaitMs = 60_000 + marginMs;

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
  let sorted: SortedInput;
  try {
    checkCallOptions(options, transport.api);
    sorted = sortInput(operation.inputs, transport.complete(operation, input));
    transport.options.inputChecks?.[operation.id]?.({ ...sorted.body, ...sorted.query, ...sorted.path });
  } catch (problem) {
    return { ok: false, error: asConfigurationError(problem, operation), attempts: [] };
  }
  const running = new Call(transport, operation, sorted, options);
  try {
    return await running.run();
  } finally {
    running.scope.dispose();
  }
}

/** One call under way: its attempts, the waits between them, and the time it has left. */
class Call {
  readonly scope: CallScope;
  readonly #transport: Transport;
  readonly #operation: Operation;
  readonly #input: SortedInput;
  readonly #options: CallOptions;
  readonly #policy: ResolvedRetryPolicy;
  readonly #totalTimeoutMs: number;
  readonly #onWait: ((wait: Wait) => void) | undefined;
  readonly #attempts: Attempt[] = [];
  #deadline: number;
  #outcome: Outcome = "notSent";
  #response: ResponseInfo | undefined;
  /** The credential of the attempt under way, and whether it has been replaced already. */
  #token = "";
  #refreshed = false;
  /** How long the call has waited since its last attempt, and why it goes on. */
  #waitedMs = 0;
  #why = "first attempt";

  constructor(transport: Transport, operation: Operation, input: SortedInput, options: CallOptions) {
    this.#transport = transport;
    this.#operation = operation;
    this.#input = input;
    this.#options = options;
    const client = transport.options;
    this.#policy = resolveRetryPolicy(client.retry, options.retry);
    this.#totalTimeoutMs = options.totalTimeoutMs ?? client.totalTimeoutMs ?? defaults.totalTimeoutMs;
    this.#onWait = options.onWait ?? client.onWait;
    this.#deadline = transport.clock.now() + this.#totalTimeoutMs;
    this.scope = new CallScope(options.signal);
    this.scope.limit(this.#totalTimeoutMs);
  }

  async run(): Promise<Result<unknown, SdkError>> {
    for (;;) {
      let outcome: Outcome;
      let error: SdkError;
      try {
        const trial = await this.#attempt();
        if ("data" in trial) return this.#succeed(trial.data);
        outcome = trial.outcome;
        this.#outcome = worseOutcome(this.#outcome, outcome);
        error = trial.toError(this.#details());
      } catch (thrown) {
        outcome = "notSent";
        error = this.#whatEnded(thrown);
      }
      try {
        if (!(await this.#mayGoOn(error, outcome))) return this.#fail(error);
      } catch (thrown) {
        return this.#fail(this.#whatEnded(thrown));
      }
    }
  }

  /** Keeps to the rate limit, signs in, sends, and judges the answer. Throws only what ended the call before it was sent. */
  async #attempt(): Promise<Trial> {
    const { clock, options: client } = this.#transport;
    const place = await this.#enterRateWindow();
    try {
      await this.#signIn();
    } catch (thrown) {
      place?.leave();
      throw thrown;
    }
    const sentAt = clock.now();
    const timeoutMs = this.#options.timeoutMs ?? client.timeoutMs ?? defaults.timeoutMs;
    const number = this.#attempts.length + 1;
    let answer: Answer | undefined;
    let trial: Trial;
    try {
      answer = await this.scope.run(
        (signal) =>
          exchange({
            transport: this.#transport,
            operation: this.#operation,
            input: this.#input,
            options: this.#options,
            token: this.#token,
            attempt: number,
            signal,
          }),
        timeoutMs,
      );
      this.#response = { status: answer.status, headers: answer.headers, requestId: requestIdOf(answer.headers) };
      trial = this.#judge(answer);
    } catch (thrown) {
      trial = this.#judgeBreak(thrown, timeoutMs);
    }
    place?.answered();
    this.#attempts.push({
      number,
      sentAt,
      durationMs: clock.now() - sentAt,
      waitedMs: this.#waitedMs,
      why: this.#why,
      ...(answer && { status: answer.status }),
      ...("cause" in trial && trial.cause !== undefined && { cause: trial.cause }),
    });
    this.#waitedMs = 0;
    return trial;
  }

  /** After the wait for the rate limit, not before it: a token may not live that long. */
  async #signIn(): Promise<void> {
    // Asked for after the end, a token that cannot be had would be a rejection that nobody handles.
    this.#assertRunning();
    const token = this.#refreshed ? this.#token : this.#transport.credentials.get();
    this.#token = typeof token === "string" ? token : await this.scope.run(() => token);
    this.#assertRunning();
  }

  #assertRunning(): void {
    if (this.scope.ending !== undefined) throw callEnded;
  }

  #judge(answer: Answer): Trial {
    const brokeOff = answer.text === undefined && answer.readError !== tooLarge;
    // Where the status alone says that the service refused, a broken body must not hide it.
    if (brokeOff && answer.status < 400)
      return { ...interpretConnectionFailure(this.#operation.id, answer.readError), cause: "body broke off" };
    const verdict = interpret(answer, this.#operation, this.#token, this.#transport.clock.now());
    return "data" in verdict ? verdict : { ...verdict, ...(brokeOff && { cause: "body broke off" }) };
  }

  #judgeBreak(thrown: unknown, timeoutMs: number): Trial {
    const { id } = this.#operation;
    if (thrown === attemptTimedOut) {
      return {
        outcome: "unknown",
        cause: "timeout",
        toError: (details) =>
          new TimeoutError(`${id}: no complete answer within ${timeoutMs} ms`, "attempt", timeoutMs, details),
      };
    }
    if (thrown === callEnded)
      return {
        outcome: "unknown",
        cause: this.scope.ending?.by === "caller" ? "abort" : "timeout",
        toError: () => this.#whatEnded(thrown),
      };
    if (isConfigurationError(thrown))
      return {
        outcome: "notSent",
        cause: "configuration",
        toError: () => asConfigurationError(thrown, this.#operation),
      };
    const broken = interpretConnectionFailure(id, thrown);
    return { ...broken, cause: broken.outcome === "notSent" ? "no connection" : "connection broke" };
  }

  /** Waits for its turn where the description documents a limit. */
  async #enterRateWindow(): Promise<Place | undefined> {
    const { rateLimits, id } = this.#operation;
    const [first] = rateLimits ?? [];
    if (rateLimits === undefined || first === undefined) return undefined;
    const { api, baseUrl, clock } = this.#transport;
    const { path, query, body } = this.#input;
    const per = { ...body, ...query, ...path }[first.per] ?? first.per;
    const place = sharedRateWindow(`${api.name} ${new URL(baseUrl).origin} ${String(per)}`, rateLimits, clock).enter();
    try {
      for (let waitMs = place.waitMs(); waitMs > 0; waitMs = place.waitMs()) {
        if (waitMs > longestSilentWaitMs && this.#onWait === undefined) {
          const retryAt = clock.now() + waitMs;
          throw new RateLimitedError(
            `${id}: the documented rate limit leaves room at ${new Date(retryAt).toISOString()}; set onWait to wait that long`,
            "client",
            { ...this.#details(), status: 429, retryAt },
          );
        }
        await this.#wait("rate-limit", waitMs);
        // Pacing is the service's demand, not a slow answer: it does not use up the time of the call.
        this.#deadline += waitMs;
        this.scope.limit(this.#deadline - clock.now());
      }
      return place;
    } catch (thrown) {
      place.leave();
      throw thrown;
    }
  }

  /** After a failure: may the call be sent again, and if so, waits until then. */
  async #mayGoOn(error: SdkError, outcome: Outcome): Promise<boolean> {
    const sent = this.#attempts.length;
    if (this.scope.ending !== undefined || sent >= this.#policy.maxAttempts) return false;
    if (isApiError(error) && error.status === 401) return this.#signInAgain();
    if (!isWorthRetrying(error, outcome, this.#operation)) return false;
    if (this.#response?.headers.get("qos-retry-hint") === "do-not-retry" && isApiError(error)) return false;

    const { clock, options } = this.#transport;
    const retryAt = isApiError(error) ? error.retryAt : undefined;
    if (isApiError(error) && "limitedBy" in error && error.limitedBy === "client") return false;
    const waitMs =
      retryAt === undefined
        ? backoffMs(Math.max(sent, 1), this.#policy, options.random ?? Math.random)
        : retryAt - clock.now();
    if (waitMs > this.#deadline - clock.now()) return false;
    if (waitMs > longestSilentWaitMs && this.#onWait === undefined) return false;
    await this.#wait("retry", waitMs);
    this.#why = `after ${isApiError(error) ? error.status : error.name}${retryAt === undefined ? "" : ", when the service allowed it"}`;
    return true;
  }

  /** One forced refresh after a 401, and only if it brings another credential. */
  async #signInAgain(): Promise<boolean> {
    const { credentials } = this.#transport;
    if (this.#refreshed || !credentials.refreshable) return false;
    this.#refreshed = true;
    const refused = this.#token;
    this.#token = await this.scope.run(() => credentials.replace(refused));
    this.#why = "after 401, with a new credential";
    return this.#token !== refused;
  }

  async #wait(reason: Wait["reason"], waitMs: number): Promise<void> {
    const { clock } = this.#transport;
    try {
      this.#onWait?.({ reason, operation: this.#operation.id, waitMs, until: clock.now() + waitMs });
    } catch (cause) {
      throw new ConfigurationError("onWait", "threw", { ...this.#details(), cause });
    }
    await this.scope.run((signal) => clock.sleep(waitMs, signal));
    this.#waitedMs += waitMs;
  }

  #details(): ErrorDetails {
    return {
      outcome: this.#outcome,
      operation: this.#operation.id,
      attempts: this.#attempts,
      requestId: this.#response?.requestId,
    };
  }

  /** Turns what a wait, a token source or the end of the call threw into our error. */
  #whatEnded(thrown: unknown): SdkError {
    const { id } = this.#operation;
    const details = this.#details();
    if (thrown === callEnded && this.scope.ending?.by === "caller") {
      return new AbortError(`${id}: aborted by the caller`, { ...details, cause: this.scope.ending.reason });
    }
    if (thrown === callEnded) {
      const limit = this.#totalTimeoutMs;
      return new TimeoutError(`${id}: not done within ${limit} ms, all attempts together`, "total", limit, details);
    }
    if (isCredentialsError(thrown)) {
      const { message, temporary, cause } = thrown;
      return new CredentialsError(`${id}: ${message}`, { ...details, temporary, cause });
    }
    if (isApiError(thrown)) return thrown;
    return asConfigurationError(thrown, this.#operation);
  }

  #succeed(data: unknown): Result<unknown, SdkError> {
    const { onUnrecognized } = this.#transport.options;
    if (onUnrecognized) reportUnrecognized(this.#operation, data, onUnrecognized);
    return { ok: true, data, response: this.#response as ResponseInfo, attempts: this.#attempts };
  }

  #fail(error: SdkError): Result<unknown, SdkError> {
    const { settledBy } = this.#operation;
    if (error.outcome === "unknown" && settledBy) error.message += ` (it may have taken effect; ${settledBy} tells)`;
    return { ok: false, error, attempts: this.#attempts, ...(this.#response && { response: this.#response }) };
  }
}

function asConfigurationError(problem: unknown, operation: Operation): ConfigurationError {
  if (isConfigurationError(problem)) return ofOperation(problem, operation.id);
  return new ConfigurationError("options", "a function that was passed in threw", {
    operation: operation.id,
    cause: problem,
  });
}
