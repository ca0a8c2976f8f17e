import type { SdkError } from "@org/runtime";
import type { Session } from "../session.js";

/** One provider's failure while several were listed. */
export interface ProviderFailure<Key extends string = string> {
  readonly provider: Key;
  readonly error: SdkError;
}

/**
 * Thrown at the end of a listing over several providers if some of them failed. By then the sessions of the others have
 * all been given.
 */
export class ProvidersFailedError extends AggregateError {
  override readonly name = "ProvidersFailedError";
  readonly failures: readonly ProviderFailure[];
  /** What `toArray` had collected, so that it is not lost. */
  readonly sessions: readonly Session[] | undefined;

  constructor(failures: readonly ProviderFailure[], providers: number, sessions?: readonly Session[]) {
    const named = failures.map(({ provider, error }) => `${provider}: ${error.message}`).join("; ");
    super(
      failures.map(({ error }) => error),
      `${failures.length} of ${providers} providers failed (${named})`,
    );
    this.failures = failures;
    this.sessions = sessions;
  }

  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, failures: this.failures };
  }
}
