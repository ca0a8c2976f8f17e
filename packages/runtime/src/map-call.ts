import { isConfigurationError, ofOperation, type ConfigurationError } from "./errors/configuration-error.js";
import type { CallOptions } from "./options.js";
import type { Failure, Result } from "./result.js";

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

/** The same method with its data turned into something else. */
export function mapCall<Input, Data, Mapped, Fault>(
  method: CallMethod<Input, Data, Fault>,
  map: (data: Data) => Mapped,
): CallMethod<Input, Mapped, Fault> {
  return callMethod<Input, Mapped, Fault>(async (input, options) => {
    const result = await method.safe(input, options);
    return result.ok ? { ...result, data: map(result.data) } : result;
  }, method.isError);
}

/** Runs a check of the input of an operation: its `ConfigurationError` becomes a failure. */
export function refused(operation: string, check: () => void): Failure<ConfigurationError> | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (!isConfigurationError(error)) throw error;
    return { ok: false, error: ofOperation(error, operation), attempts: [] };
  }
}
