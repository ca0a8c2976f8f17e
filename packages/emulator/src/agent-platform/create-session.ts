import { bodyOf, type Call } from "../exchange.js";
import { jsonResponse } from "../json-response.js";
import type { Random } from "../random.js";
import type { AppCaller } from "./authenticate.js";
import type { AgentPlatformContext } from "./context.js";
import { createdBody, pendingBody } from "./created-response.js";
import { readIdentities, type SessionIdentity } from "./identity.js";
import { resolveSession, type Resolution } from "./resolve-session.js";
import type { AppSession, PendingAuthorization } from "./session.js";

interface CreateAppSessionRequest {
  readonly sessionIdentity: readonly SessionIdentity[];
  readonly source: string;
}

/** Finds the session that the identities name, or creates one. */
export function createAppSession(call: Call, caller: AppCaller, context: AgentPlatformContext): Response {
  const { store, settings, authorizations } = context;
  const { app, envName } = caller;
  const { sessionIdentity = [], source } = bodyOf<CreateAppSessionRequest>(call);
  const place = { appId: app.appId, envName };
  const resolution = resolveSession(readIdentities(sessionIdentity), { place, store, settings });
  const isNew = "create" in resolution;
  const session = isNew ? create({ resolution, call, caller, source, context }) : resolution.found;

  const { authorization } = session;
  if (authorization === undefined || app.idpName === undefined || !authorizations.isPending(session)) {
    return jsonResponse(200, createdBody({ session, isNew, settings }));
  }
  const { origin } = call.url;
  return jsonResponse(200, pendingBody({ session, authorization, idpName: app.idpName, origin, settings }));
}

interface CreateOptions {
  readonly resolution: Extract<Resolution, { create: unknown }>;
  readonly call: Call;
  readonly caller: AppCaller;
  readonly source: string | undefined;
  readonly context: AgentPlatformContext;
}

function create({ resolution, call, caller, source = "AP", context }: CreateOptions): AppSession {
  const { store, settings, authorizations, random } = context;
  const { app, envName } = caller;
  const { sessionReference, userReference } = resolution.create;
  const session: AppSession = {
    sessionId: `s-${random.uuid()}`,
    appId: app.appId,
    envName,
    sessionReference,
    userReference,
    userId: store.userIdOf(app.appId, userReference),
    status: settings.edition === "first" ? "idle" : "started",
    createdAt: call.at,
    source,
    ...(app.idpName === undefined ? {} : { authorization: newAuthorization(random) }),
  };
  store.add(session);
  authorizations.register(session);
  return session;
}

/** Each session has its own address to visit, with the run in which the app asked for it. */
export function newAuthorization(random: Random): PendingAuthorization {
  return { messageId: `msg-${random.uuid()}`, runId: `r-${random.uuid()}`, code: random.hex(24) };
}
