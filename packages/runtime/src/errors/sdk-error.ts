import type { Attempt, Outcome } from "../result.js";

const brand = Symbol.for("@org/runtime/error");

/** What every error of this SDK knows. */
export interface ErrorDetails {
  readonly outcome: Outcome;
  /** The operation that failed: `createSession`. */
  readonly operation?: string | undefined;
  readonly attempts?: readonly Attempt[] | undefined;
  /** The service's id of the request or of the error, for its support. */
  readonly requestId?: string | undefined;
  readonly cause?: unknown;
}

/**
 * The root of all errors of this SDK. Works over several copies of the package (`instanceof` compares a brand), and is
 * safe to log: it holds no request header, no credential and no request body.
 */
export abstract class SdkError extends Error {
  abstract override readonly name: string;
  /** Whether the service may have acted. */
  declare readonly outcome: Outcome;
  declare readonly operation: string | undefined;
  /** Every try, with its time and its reason. */
  declare readonly attempts: readonly Attempt[];
  declare readonly requestId: string | undefined;

  /** Takes the fields of the subclass too. Those narrow `details`: a type parameter would make every error cost more. */
  constructor(message: string, { cause, ...details }: ErrorDetails) {
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, { operation: undefined, attempts: [], requestId: undefined }, details);
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    if (typeof value !== "object" || value === null) return false;
    if (this === SdkError) return brand in value;
    // Subclasses compare by prototype here and by name across copies: the guards beside them do the latter.
    return Object.prototype.isPrototypeOf.call(this.prototype, value);
  }

  get [brand](): true {
    return true;
  }

  /** What is safe to log: everything but the cause and the bodies of answers. */
  toJSON(): Record<string, unknown> {
    const { name, message } = this;
    const { body: _, cause: __, ...fields } = this as this & { readonly body?: unknown };
    return Object.assign({ name, message }, fields);
  }
}

/** Is this an error of this SDK, whichever copy of the package threw it? */
export function isSdkError(value: unknown): value is SdkError {
  return value instanceof SdkError;
}
