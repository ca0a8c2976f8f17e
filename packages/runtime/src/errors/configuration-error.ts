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

/** The same problem as the error of a call. Whatever is none of ours was thrown by something that the caller passed in. */
export function configurationErrorOf(problem: unknown, details: Partial<ErrorDetails>): ConfigurationError {
  if (!isConfigurationError(problem)) {
    const message = "a function that was passed in threw, or a value cannot be sent";
    return new ConfigurationError("options", message, { ...details, cause: problem });
  }
  const { field, message, cause } = problem;
  return new ConfigurationError(field, message.slice(field.length + 2), { ...details, cause });
}

export function isConfigurationError(value: unknown): value is ConfigurationError {
  return isSdkError(value) && value.name === "ConfigurationError";
}
