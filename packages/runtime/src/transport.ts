import createClient from "openapi-fetch";
import { resolveBaseUrl } from "./base-url.js";
import { systemClock, type Clock } from "./clock.js";
import { Credentials, type CredentialOptions } from "./credentials.js";
import { ConfigurationError } from "./errors/configuration-error.js";
import type { ApiDescriptor, Operation } from "./operation.js";
import type { ClientOptions } from "./options.js";

// One openapi-fetch call, stripped of its types: ours are generated. Not a doc comment, so declarations do not name it.
interface Engine {
  request(method: string, path: string, init: object): Promise<unknown>;
}

/** The defaults of a client's calls. */
export const defaults = {
  timeoutMs: 30_000,
  totalTimeoutMs: 120_000,
  maxResponseBytes: 64 * 1024 * 1024,
};

/** What a provider package adds to the options of its client. */
export interface TransportOptions extends ClientOptions {
  readonly credential: CredentialOptions;
  /** Input fields that the client fills in where a call leaves them out, in every operation that has them. */
  readonly inputDefaults?: Readonly<Record<string, unknown>> | undefined;
  /** Rules that OpenAPI cannot say, by operation id. They throw a `ConfigurationError`. */
  readonly inputChecks?: Readonly<Record<string, (input: Readonly<Record<string, unknown>>) => void>> | undefined;
}

/** A configured client of one API, before it has operations. */
export class Transport {
  readonly api: ApiDescriptor;
  /** Origin and base path. */
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly #options: TransportOptions;
  readonly #credentials: Credentials;
  readonly #engine: Engine;

  /** @throws {ConfigurationError} naming the option and what would be right. */
  constructor(api: ApiDescriptor, options: TransportOptions) {
    const { baseUrl, allowInsecure = false, clock = systemClock } = options;
    this.api = api;
    this.baseUrl = resolveBaseUrl(baseUrl, {
      basePath: api.basePath,
      allowInsecure,
      ...(api.defaultHost && { defaultHost: api.defaultHost }),
    });
    checkCallOptions(options, api);
    this.clock = clock;
    this.#options = options;
    this.#credentials = new Credentials(options.credential, {
      origin: new URL(this.baseUrl).origin,
      fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
      now: () => clock.now(),
    });
    this.#engine = createClient({ baseUrl: this.baseUrl, redirect: "manual", pathSerializer }) as unknown as Engine;
  }

  get options(): TransportOptions {
    return this.#options;
  }
  get credentials(): Credentials {
    return this.#credentials;
  }
  get engine(): Engine {
    return this.#engine;
  }

  /** The input with the client's defaults in it, as far as this operation has such fields. */
  complete({ inputs }: Operation, input: unknown): unknown {
    const { inputDefaults = {} } = this.#options;
    if (input !== undefined && (typeof input !== "object" || input === null)) return input;
    const given = (input ?? {}) as Readonly<Record<string, unknown>>;
    const missing = Object.entries(inputDefaults).filter(
      ([name]) => Object.hasOwn(inputs, name) && given[name] === undefined,
    );
    return missing.length === 0 ? given : { ...given, ...Object.fromEntries(missing) };
  }
}

/** Every value arrives as the string it is: openapi-fetch's own serializer would leave some characters alone. */
function pathSerializer(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
}

/** Refuses options that cannot work, whether they were set for a client or for a call. */
export function checkCallOptions(options: Partial<ClientOptions>, { auth }: ApiDescriptor): void {
  for (const field of ["timeoutMs", "totalTimeoutMs", "maxResponseBytes"] as const) {
    const value = options[field];
    if (value !== undefined && !(typeof value === "number" && value > 0)) {
      throw new ConfigurationError(field, `must be a number above 0, not ${JSON.stringify(value)}`);
    }
  }
  const { maxAttempts } = options.retry || {};
  if (maxAttempts !== undefined && !(Number.isInteger(maxAttempts) && maxAttempts > 0)) {
    throw new ConfigurationError("retry.maxAttempts", "must be a whole number above 0; 1 means: never send again");
  }
  for (const [name, value] of Object.entries(options.headers ?? {})) {
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
