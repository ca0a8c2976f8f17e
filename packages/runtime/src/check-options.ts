import { checkOptions, type OptionRule } from "./check-fields.js";
import { ConfigurationError } from "./errors/configuration-error.js";
import type { ApiDescriptor } from "./operation.js";
import type { CallOptions, ClientOptions, RetryPolicy } from "./options.js";

const isFunction = (value: unknown): boolean => typeof value === "function";
const aboveZero: OptionRule = ["a number above 0", (value: unknown) => typeof value === "number" && value > 0];
const zeroOrMore: OptionRule = ["a number, 0 or more", (value: unknown) => typeof value === "number" && value >= 0];
const aFunction: OptionRule = ["a function", isFunction];
const anything: OptionRule = ["", () => true];

const retryRules: Readonly<Record<keyof RetryPolicy, OptionRule>> = {
  maxAttempts: [
    "a whole number above 0; 1 means: never send again",
    (value: number) => Number.isInteger(value) && value > 0,
  ],
  baseDelayMs: zeroOrMore,
  maxDelayMs: zeroOrMore,
};

const commonRules: Readonly<Record<Exclude<keyof CallOptions, "signal">, OptionRule>> = {
  timeoutMs: aboveZero,
  totalTimeoutMs: aboveZero,
  headers: [
    'a plain object such as { "x-tenant": "acme" }',
    (value: object | null) => typeof value === "object" && value !== null && !(Symbol.iterator in value),
  ],
  retry: [
    "a policy such as { maxAttempts: 5 }, or false",
    (value: unknown) => value === false || (typeof value === "object" && value !== null),
  ],
  middleware: ["an array of functions", (value: unknown) => Array.isArray(value) && value.every(isFunction)],
  onWait: aFunction,
};

// By Object.assign, which bundlers can leave out where it is not used, as they cannot a spread.
const callRules = /* @__PURE__ */ Object.assign<
  Pick<Record<keyof CallOptions, OptionRule>, "signal">,
  typeof commonRules
>(
  {
    signal: [
      "an AbortSignal; of an AbortController, give its `signal`",
      (value: AbortSignal | null) => isFunction(value?.addEventListener),
    ],
  },
  commonRules,
);

const clientRules = /* @__PURE__ */ Object.assign<
  Record<Exclude<keyof ClientOptions, keyof typeof commonRules>, OptionRule>,
  typeof commonRules
>(
  {
    baseUrl: anything,
    fetch: aFunction,
    allowInsecure: ["true or false", (value: unknown) => typeof value === "boolean"],
    maxResponseBytes: aboveZero,
    onUnrecognized: aFunction,
    clock: ["a clock", (value: ClientOptions["clock"]) => isFunction(value?.now) && isFunction(value?.sleep)],
    random: aFunction,
  },
  commonRules,
);

/** @throws {ConfigurationError} naming an option of a call that is unknown or cannot work. */
export function checkCallOptions(options: CallOptions, api: ApiDescriptor): void {
  checkOptions("", options, callRules);
  checkCommon(options, api);
}

/** @throws {ConfigurationError} naming an option of a client that is unknown or cannot work. */
export function checkClientOptions(options: ClientOptions, api: ApiDescriptor): void {
  checkOptions("", options, clientRules);
  checkCommon(options, api);
}

function checkCommon({ retry, headers = {} }: CallOptions, { auth }: ApiDescriptor): void {
  if (retry) checkOptions("retry", retry, retryRules);
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) {
      throw new ConfigurationError("headers", `${JSON.stringify(name)} is not a header name`);
    }
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
