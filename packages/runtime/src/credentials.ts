import { CredentialsError, isCredentialsError } from "./errors/credentials-error.js";
import type { FetchLike } from "./options.js";
import { ConfigurationError } from "./errors/configuration-error.js";

/** A credential and how long it is good for. */
export interface Token {
  readonly token: string;
  /** In milliseconds since the epoch. Without it the token is asked for anew for each call. */
  readonly expiresAt?: number | undefined;
}

/** What a token source is told, and what it may use. */
export interface TokenRequest {
  /** Origin of the service, without a path. */
  readonly origin: string;
  /** The client's `fetch`. */
  readonly fetch: FetchLike;
  /** The client's clock: milliseconds since the epoch. */
  readonly now: () => number;
  /** The service has just refused the last token: give another one, not the same from a cache. */
  readonly forceRefresh: boolean;
  /** Aborts when no call waits for the token any more: each was aborted, or has run out of time. */
  readonly signal: AbortSignal;
}

/** A fixed credential, or a function that gives one. Several calls that need one at the same time ask once. */
export type TokenSource = string | ((request: TokenRequest) => string | Token | Promise<string | Token>);

/** Where a client's credential comes from. */
export interface CredentialOptions {
  readonly source: TokenSource;
  /** The option that holds the source, for messages: `auth.token`. */
  readonly field: string;
  /** Each credential is good for one request only, so none is kept or shared. Default false. */
  readonly singleUse?: boolean | undefined;
}

/** Refresh this long before the end, in milliseconds, so that no token dies on its way. */
const earlyMs = 30_000;

/** How a call waits for a credential: no longer than it has time, and not after it was aborted. */
export type TokenWait = (answer: Promise<string>) => Promise<string>;

/** Holds the current credential of a client. */
export interface Credentials {
  /** False for a fixed credential: a refused one stays refused. */
  readonly refreshable: boolean;
  /** The credential to send now. */
  get(wait: TokenWait): string | Promise<string>;
  /** Another credential than the one that the service refused. */
  replace(refused: string, wait: TokenWait): string | Promise<string>;
  /** The service refused this one: it is not given again. */
  refuse(refused: string): void;
  /** A source that does not answer is asked anew next time, instead of being waited for. */
  giveUp(): void;
}

/** A question to the source, shared by the calls that wait for its answer. */
interface Question {
  readonly answer: Promise<string>;
  waiting: number;
  /** Nobody waits any more. */
  drop(): void;
}

export function holdCredentials(
  { source, field, singleUse = false }: CredentialOptions,
  context: Omit<TokenRequest, "forceRefresh" | "signal">,
): Credentials {
  const refreshable = typeof source === "function";
  let held: Token | undefined;
  let pending: { usual?: Question; forced?: Question } = {};
  if (typeof source === "string") {
    assertCredential(source, (problem) => new ConfigurationError(field, problem));
    held = { token: source, expiresAt: Infinity };
  } else if (!refreshable) {
    throw new ConfigurationError(field, "is missing; give a credential, or a function that returns one");
  }

  const fetch = async (forceRefresh: boolean, signal: AbortSignal): Promise<string> => {
    let answer: string | Token;
    try {
      answer = await (source as Exclude<TokenSource, string>)({ ...context, forceRefresh, signal });
    } catch (cause) {
      if (isCredentialsError(cause)) throw cause;
      throw new CredentialsError("the token source failed, so the call was not sent", { cause });
    }
    const token = typeof answer === "string" ? { token: answer } : answer;
    assertCredential(token?.token, (problem) => new CredentialsError(`the token source's answer ${problem}`));
    held = token;
    return token.token;
  };

  const ask = async (forceRefresh: boolean, wait: TokenWait): Promise<string> => {
    // A forced request is not served by one that was not: that may give the refused token again.
    const kind = forceRefresh ? "forced" : "usual";
    const question = pending[kind] ?? openQuestion((signal) => fetch(forceRefresh, signal));
    if (!singleUse) pending[kind] = question;
    question.waiting++;
    try {
      return await wait(question.answer);
    } finally {
      // Answered, or given up by the last who waited.
      if (--question.waiting === 0) {
        question.drop();
        if (pending[kind] === question) delete pending[kind];
      }
    }
  };

  const get = (wait: TokenWait): string | Promise<string> => {
    const isGood = held && (held.expiresAt ?? 0) - earlyMs > context.now();
    return isGood && !singleUse ? (held as Token).token : ask(false, wait);
  };
  return {
    refreshable,
    get,
    // Somebody else may have replaced it while this call was under way.
    replace: (refused, wait) => (held && held.token !== refused ? get(wait) : ask(true, wait)),
    refuse: (refused) => {
      if (refreshable && held?.token === refused) held = undefined;
    },
    giveUp: () => {
      pending = {};
    },
  };
}

function openQuestion(ask: (signal: AbortSignal) => Promise<string>): Question {
  const controller = new AbortController();
  const answer = ask(controller.signal);
  const question: Question = { answer, waiting: 0, drop: () => controller.abort() };
  const settle = (): void => {
    question.drop = () => {};
  };
  // Those who wait handle a failure; there may be none left.
  answer.then(settle, settle);
  return question;
}

function assertCredential(value: unknown, fail: (problem: string) => Error): asserts value is string {
  if (typeof value !== "string") throw fail("is not a string");
  if (value.trim() === "") throw fail("is empty; give the credential itself");
  // Visible ASCII only: a line break would start another header. The value itself is never repeated.
  if (!/^[\x21-\x7e]+$/.test(value)) throw fail("holds spaces, line breaks or characters that no header can carry");
}
