import { SdkError, isSdkError, type ErrorDetails } from "./sdk-error.js";

/** An option or an input field that cannot work. Nothing was sent. */
export class ConfigurationError extends SdkError {
  override readonly name = "ConfigurationError";
  /** The option or field: `baseUrl`, `input.pageSize`. */
  readonly field: string;

  constructor(field: string, problem: string, details: Partial<ErrorDetails> = {}) {
    super(`${field}: ${problem}`, { outcome: "notSent", ...details });
    this.field = field;
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), field: this.field };
  }
}

export function isConfigurationError(value: unknown): value is ConfigurationError {
  return isSdkError(value) && value.name === "ConfigurationError";
}
