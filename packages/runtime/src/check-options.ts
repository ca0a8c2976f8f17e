import { ConfigurationError } from "./errors/configuration-error.js";
import type { ApiDescriptor } from "./operation.js";
import type { CallOptions, ClientOptions } from "./options.js";

/** Refuses options that cannot work, whether they were set for a client or for a call. */
export function checkCallOptions(options: ClientOptions & CallOptions, { auth }: ApiDescriptor): void {
  for (const field of ["timeoutMs", "totalTimeoutMs", "maxResponseBytes"] as const) {
    const value = options[field];
    if (value !== undefined && !(typeof value === "number" && value > 0)) {
      throw new ConfigurationError(field, `must be a number above 0, not ${JSON.stringify(value)}`);
    }
  }
  for (const field of ["fetch", "onWait", "onUnrecognized", "random"] as const) {
    if (options[field] !== undefined && typeof options[field] !== "function") {
      throw new ConfigurationError(field, "must be a function");
    }
  }
  const { signal, middleware = [], retry, headers = {} } = options;
  if (signal !== undefined && typeof signal?.addEventListener !== "function") {
    throw new ConfigurationError("signal", "must be an AbortSignal; of an AbortController, give its `signal`");
  }
  if (!Array.isArray(middleware) || middleware.some((layer) => typeof layer !== "function")) {
    throw new ConfigurationError("middleware", "must be an array of functions");
  }
  if (retry !== undefined && retry !== false && (typeof retry !== "object" || retry === null)) {
    throw new ConfigurationError("retry", "must be a policy such as { maxAttempts: 5 }, or false");
  }
  if (typeof headers !== "object" || headers === null || Symbol.iterator in headers) {
    throw new ConfigurationError("headers", 'must be a plain object such as { "x-tenant": "acme" }');
  }
  for (const field of ["baseDelayMs", "maxDelayMs"] as const) {
    const value = (retry || {})[field];
    if (value !== undefined && !(value >= 0))
      throw new ConfigurationError(`retry.${field}`, "must be a number, 0 or more");
  }
  const { maxAttempts } = retry || {};
  if (maxAttempts !== undefined && !(Number.isInteger(maxAttempts) && maxAttempts > 0)) {
    throw new ConfigurationError("retry.maxAttempts", "must be a whole number above 0; 1 means: never send again");
  }
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name))
      throw new ConfigurationError("headers", `${JSON.stringify(name)} is not a header name`);
    if (typeof value !== "string" || /[^\t\x20-\x7e\x80-\xff]/.test(value)) {
      throw new ConfigurationError(
        `headers.${name}`,
        "holds a line break or another character that no header can carry",
      );
    }
    if (name.toLowerCase() === auth.header.toLowerCase()) {
      throw new ConfigurationError(`headers.${name}`, "carries the credential; set it with `auth`");
    }
  }
}
