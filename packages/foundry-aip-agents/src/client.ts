import {
  attachTransport,
  ConfigurationError,
  createTransport,
  type ClientOptions,
  type TokenSource,
} from "@org/runtime";
import { api, bindOperations, type FoundryAipAgentsOperations } from "./generated/index.js";

/** How the client signs in. */
export interface FoundryAuth {
  /**
   * A user token, or a function that gives one. For OAuth client credentials use `clientCredentials` from
   * `@org/foundry-aip-agents/oauth`.
   */
  readonly token: TokenSource;
}

/** Options of {@link createFoundryAipAgents}. */
export interface FoundryAipAgentsOptions extends ClientOptions {
  /** Address of your Foundry, such as `https://acme.palantirfoundry.com`. */
  readonly baseUrl: string | URL;
  readonly auth: FoundryAuth;
  /**
   * Whether calls say `preview=true`. The whole API is in preview, and the service refuses a call that does not say so.
   * Default true; a call's own `preview` goes before it.
   */
  readonly preview?: boolean | undefined;
}

/** A client of the session operations of Palantir Foundry's AIP Agents API. */
export type FoundryAipAgents = FoundryAipAgentsOperations;

/**
 * Makes a client. Nothing is sent before the first call.
 *
 * @throws {ConfigurationError} for a missing or impossible option, naming it.
 */
export function createFoundryAipAgents(options: FoundryAipAgentsOptions): FoundryAipAgents {
  if (typeof options?.auth !== "object" || options.auth === null) {
    throw new ConfigurationError(
      "auth",
      "is missing; give { token }, or clientCredentials(...) from the oauth entry point",
    );
  }
  const { auth, preview = true, ...rest } = options;
  const credential = { source: auth.token, field: "auth.token" };
  const transport = createTransport(api, rest, { credential, inputDefaults: { preview } });
  return attachTransport(bindOperations(transport), transport);
}
