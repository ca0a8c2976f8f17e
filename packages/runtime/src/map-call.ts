import { configurationErrorOf, type ConfigurationError } from "./errors/configuration-error.js";
import type { UnreadableResponseError } from "./errors/unreadable-response-error.js";
import type { CallOptions } from "./options.js";
import type { Failure, Result } from "./result.js";
import { unreadable } from "./unreadable.js";

/** A method in its two styles: throwing, and failures as values. */
export interface CallMethod<Input, Data, Fault> {
  (input: Input, options?: CallOptions): Promise<Data>;
  safe(input: Input, options?: CallOptions): Promise<Result<Data, Fault>>;
  isError(value: unknown): value is Fault;
}

/** Makes both styles of a method from the one that never throws. */
export function callMethod<Input, Data, Fault>(
  safe: (input: Input, options: CallOptions | undefined) => Promise<Result<Data, Fault>>,
  isError: (value: unknown) => value is Fault,
): CallMethod<Input, Data, Fault> {
  const plain = async (input: Input, options?: CallOptions): Promise<Data> => {
    const result = await safe(input, options);
    if (!result.ok) throw result.error;
    return result.data;
  };
  return Object.assign(plain, { safe: (input: Input, options?: CallOptions) => safe(input, options), isError });
}

/**
 * The same method with its data turned into something else.
 *
 * @param map throws, with what is wrong, where the answer is not what it should be: the call then fails as unreadable.
 */
export function mapCall<Input, Data, Mapped, Fault>(
  operation: string,
  method: CallMethod<Input, Data, Fault>,
  map: (data: Data) => Mapped,
): CallMethod<Input, Mapped, Fault | UnreadableResponseError> {
  return callMethod<Input, Mapped, Fault | UnreadableResponseError>(async (input, options) => {
    const result = await method.safe(input, options);
    if (!result.ok) return result;
    try {
      return { ...result, data: map(result.data) };
    } catch (cause) {
      return unreadable(operation, result, cause);
    }
  }, method.isError);
}

/** Runs the checks of an operation's input and options: what they throw becomes a failure. */
export function refused(operation: string, check: () => void): Failure<ConfigurationError> | undefined {
  try {
    check();
    return undefined;
  } catch (problem) {
    return { ok: false, error: configurationErrorOf(problem, { operation }), attempts: [] };
  }
}
