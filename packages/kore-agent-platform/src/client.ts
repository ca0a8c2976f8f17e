import {
  attachTransport,
  ConfigurationError,
  mapCall,
  createTransport,
  type CallMethod,
  type ClientOptions,
  type TokenSource,
} from "@org/runtime";
import { checkDates } from "./check-dates.js";
import { toCreation, type AppSessionCreation } from "./creation.js";
import {
  api,
  bindOperations,
  type CreateAppSessionError,
  type CreateAppSessionInput,
  type KoreAgentPlatformOperations,
} from "./generated/index.js";

/** How the client signs in. */
export interface AgentPlatformAuth {
  /** A key of the app, made on its *API Keys* page, or a function that gives one. */
  readonly apiKey: TokenSource;
}

/** Options of {@link createKoreAgentPlatform}. `baseUrl` defaults to the vendor's cloud, `https://agent-platform.kore.ai`. */
export interface KoreAgentPlatformOptions extends ClientOptions {
  readonly auth: AgentPlatformAuth;
}

/** A client of the session operations of the Kore.ai Agent Platform. */
export interface KoreAgentPlatform extends Omit<KoreAgentPlatformOperations, "createAppSession"> {
  /**
   * Creates a session, or finds the one that an identity names already.
   *
   * The service has two answers, and `kind` says which one came: a session that is ready, or one whose user has yet to
   * authorize tools at the addresses in `pendingAuthorization`. Both are sessions that exist.
   *
   * Never sent again once the service may have seen it: each request for a `userReference` creates a session. Where the
   * outcome is unknown, `listAppSessions` tells.
   *
   * Source: https://koredotcom.github.io/docs/agent-platform/apis/agentic-apps/sessions
   */
  readonly createAppSession: CallMethod<CreateAppSessionInput, AppSessionCreation, CreateAppSessionError>;
}

/**
 * Makes a client. Nothing is sent before the first call.
 *
 * @throws {ConfigurationError} for a missing or impossible option, naming it.
 */
export function createKoreAgentPlatform(options: KoreAgentPlatformOptions): KoreAgentPlatform {
  if (typeof options?.auth !== "object" || options.auth === null) {
    throw new ConfigurationError("auth", "is missing; give { apiKey }");
  }
  const { auth, ...rest } = options;
  const transport = createTransport(api, rest, {
    credential: { source: auth.apiKey, field: "auth.apiKey" },
    inputChecks: { listAppSessions: checkDates },
  });
  const { createAppSession, ...operations } = bindOperations(transport);
  return attachTransport(
    { ...operations, createAppSession: mapCall("createAppSession", createAppSession, toCreation) },
    transport,
  );
}
