import { resolveBaseUrl } from "./base-url.js";
import { checkClientOptions } from "./check-options.js";
import { systemClock, type Clock } from "./clock.js";
import { holdCredentials, type CredentialOptions, type Credentials } from "./credentials.js";
import type { ApiDescriptor, Operation } from "./operation.js";
import type { ClientOptions } from "./options.js";

/** The defaults of a client's calls. */
export const defaults = {
  timeoutMs: 30_000,
  totalTimeoutMs: 120_000,
  maxResponseBytes: 64 * 1024 * 1024,
};

/** What a provider package adds to the options of its client. */
export interface TransportOptions {
  readonly credential: CredentialOptions;
  /** Names the account of the credential, where limits are counted by account. Not a secret. */
  readonly account?: string | undefined;
  /** Input fields that the client fills in where a call leaves them out, in every operation that has them. */
  readonly inputDefaults?: Readonly<Record<string, unknown>> | undefined;
  /** A hint for the reader of an error answer, where the service's own words leave them alone. */
  readonly explain?: ((status: number, body: unknown) => string | undefined) | undefined;
  /** Rules that OpenAPI cannot say, by operation id. They throw a `ConfigurationError`. */
  readonly inputChecks?: Readonly<Record<string, (input: Readonly<Record<string, unknown>>) => void>> | undefined;
}

/**
 * A configured client of one API, before it has operations. What could hold a secret is behind a function, where no log
 * and no inspection finds it.
 */
export interface Transport {
  readonly api: ApiDescriptor;
  /** Origin and base path. */
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly inside: () => Inside;
}

interface Inside {
  readonly options: ClientOptions;
  readonly provider: TransportOptions;
  readonly credentials: Credentials;
}

/**
 * @param options as the application gave them, without those of the provider package.
 * @throws {ConfigurationError} naming the option and what would be right.
 */
export function createTransport(api: ApiDescriptor, options: ClientOptions, provider: TransportOptions): Transport {
  const { allowInsecure, clock = systemClock, fetch } = options;
  const baseUrl = resolveBaseUrl(options.baseUrl ?? api.defaultHost, api.basePath, allowInsecure);
  checkClientOptions(options, api);
  const inside: Inside = {
    options,
    provider,
    credentials: holdCredentials(provider.credential, {
      origin: new URL(baseUrl).origin,
      fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
      now: () => clock.now(),
    }),
  };
  return { api, baseUrl, clock, inside: () => inside };
}

/** An input with the client's defaults in it, as far as the operation has such fields. */
export function completeInput(
  defaults: Readonly<Record<string, unknown>> = {},
  { inputs }: Operation,
  input: unknown = {},
): unknown {
  if (typeof input !== "object" || input === null) return input;
  const given: Record<string, unknown> = { ...input };
  for (const [name, value] of Object.entries(defaults)) if (Object.hasOwn(inputs, name)) given[name] ??= value;
  return given;
}
