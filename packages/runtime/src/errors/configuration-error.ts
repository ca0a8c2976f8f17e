import { SdkError, isSdkError, type ErrorDetails } from "./sdk-error.js";

/** An option or an input field that cannot work. Nothing was sent. */
export class ConfigurationError extends SdkError {
  override readonly name = "ConfigurationError";
  /** The option or field: `baseUrl`, `input.pageSize`. */
  declare readonly field: string;

  constructor(field: string, problem: string, details?: Partial<ErrorDetails>) {
    const known = { outcome: "notSent", ...details, field } as const;
    super(`${field}: ${problem}`, known);
  }
}

/** The same error, naming the operation that was called, unless it does. */
export function ofOperation(error: ConfigurationError, operation: string): ConfigurationError {
  if (error.operation !== undefined) return error;
  const { field, message, cause } = error;
  return new ConfigurationError(field, message.slice(field.length + 2), { operation, cause });
}

export function isConfigurationError(value: unknown): value is ConfigurationError {
  return isSdkError(value) && value.name === "ConfigurationError";
}
