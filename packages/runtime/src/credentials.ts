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
}

/** A fixed credential, or a function that gives one. Several calls that need one at the same time ask once. */
export type TokenSource = string | ((request: TokenRequest) => string | Token | Promise<string | Token>);

/** Where a client's credential comes from. */
export interface CredentialOptions {
  readonly source: TokenSource;
  /** The option that holds the source, for messages: `auth.token`. */
  readonly field: string;
}

/** Refresh this long before the end, in milliseconds, so that no token dies on its way. */
const earlyMs = 30_000;

/** Holds the current credential of a client. */
export class Credentials {
  /** False for a fixed credential: a refused one stays refused. */
  readonly refreshable: boolean;
  readonly #source: TokenSource;
  readonly #context: Omit<TokenRequest, "forceRefresh">;
  #held: Token | undefined;
  #pending: Promise<string> | undefined;

  constructor({ source, field }: CredentialOptions, context: Omit<TokenRequest, "forceRefresh">) {
    if (typeof source === "string") assertCredential(source, (problem) => new ConfigurationError(field, problem));
    else if (typeof source !== "function") {
      throw new ConfigurationError(field, "is missing; give a credential, or a function that returns one");
    }
    this.refreshable = typeof source !== "string";
    this.#source = source;
    this.#context = context;
  }

  /** The credential to send now. */
  get(): string | Promise<string> {
    if (typeof this.#source === "string") return this.#source;
    const { token, expiresAt = 0 } = this.#held ?? {};
    return token !== undefined && expiresAt - earlyMs > this.#context.now() ? token : this.#ask(false);
  }

  /** Another credential than the one that the service refused. */
  replace(refused: string): Promise<string> {
    // Somebody else may have replaced it while this call was under way.
    if (this.#held !== undefined && this.#held.token !== refused) return Promise.resolve(this.get());
    return this.#ask(true);
  }

  #ask(forceRefresh: boolean): Promise<string> {
    this.#pending ??= this.#fetch(forceRefresh).finally(() => (this.#pending = undefined));
    return this.#pending;
  }

  async #fetch(forceRefresh: boolean): Promise<string> {
    if (typeof this.#source === "string") return this.#source;
    let given: string | Token;
    try {
      given = await this.#source({ ...this.#context, forceRefresh });
    } catch (cause) {
      if (isCredentialsError(cause)) throw cause;
      throw new CredentialsError("the token source failed, so the call was not sent", { cause });
    }
    const held = typeof given === "string" ? { token: given } : given;
    assertCredential(held?.token, (problem) => new CredentialsError(`the token source's answer ${problem}`));
    this.#held = held;
    return held.token;
  }
}

function assertCredential(value: unknown, fail: (problem: string) => Error): asserts value is string {
  if (typeof value !== "string") throw fail("is not a string");
  if (value.trim() === "") throw fail("is empty; give the credential itself");
  // Visible ASCII only: a line break would start another header. The value itself is never repeated.
  if (!/^[\x21-\x7e]+$/.test(value)) throw fail("holds spaces, line breaks or characters that no header can carry");
}
