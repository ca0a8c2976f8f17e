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
  if (typeof source === "string") {
    assertCredential(source, (problem) => new ConfigurationError(field, problem));
    return { refreshable: false, get: () => source, replace: () => source, refuse: () => {}, giveUp: () => {} };
  }
  if (typeof source !== "function") {
    throw new ConfigurationError(field, "is missing; give a credential, or a function that returns one");
  }
  let held: Token | undefined;
  /** By whether a refresh is forced: a forced one is not served by one that is not, which may give the refused token. */
  let pending: { true?: Question; false?: Question } = {};

  const fetch = async (forceRefresh: boolean, signal: AbortSignal): Promise<string> => {
    let answer: string | Token;
    try {
      answer = await source({ ...context, forceRefresh, signal });
    } catch (cause) {
      if (isCredentialsError(cause)) throw cause;
      throw new CredentialsError("the token source failed, so the call was not sent", { cause });
    }
    const token = typeof answer === "string" ? { token: answer } : answer;
    assertCredential(token?.token, (problem) => new CredentialsError(`the token source's answer ${problem}`));
    held = token;
    return token.token;
  };

  const open = (forced: boolean): Question => {
    const controller = new AbortController();
    const forget = (): void => {
      if (pending[`${forced}`] === question) delete pending[`${forced}`];
    };
    const question: Question = {
      waiting: 0,
      answer: fetch(forced, controller.signal).finally(() => {
        forget();
        question.drop = () => {};
      }),
      drop: () => {
        forget();
        controller.abort();
      },
    };
    // Those who wait handle its failure; there may be none left.
    question.answer.catch(() => {});
    if (!singleUse) pending[`${forced}`] = question;
    return question;
  };

  const ask = async (forced: boolean, wait: TokenWait): Promise<string> => {
    const question = pending[`${forced}`] ?? open(forced);
    question.waiting++;
    try {
      return await wait(question.answer);
    } finally {
      if (--question.waiting === 0) question.drop();
    }
  };

  const get = (wait: TokenWait): string | Promise<string> => {
    const isGood = held && (held.expiresAt ?? 0) - earlyMs > context.now();
    return isGood && !singleUse ? (held as Token).token : ask(false, wait);
  };
  return {
    refreshable: true,
    get,
    // Somebody else may have replaced it while this call was under way.
    replace: (refused, wait) => (held && held.token !== refused ? get(wait) : ask(true, wait)),
    refuse: (refused) => {
      if (held?.token === refused) held = undefined;
    },
    giveUp: () => {
      pending = {};
    },
  };
}

function assertCredential(value: unknown, fail: (problem: string) => Error): asserts value is string {
  if (typeof value !== "string") throw fail("is not a string");
  if (value.trim() === "") throw fail("is empty; give the credential itself");
  // Visible ASCII only: a line break would start another header. The value itself is never repeated.
  if (!/^[\x21-\x7e]+$/.test(value)) throw fail("holds spaces, line breaks or characters that no header can carry");
}
