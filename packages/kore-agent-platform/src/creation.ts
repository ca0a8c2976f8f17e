import type {
  AppSession,
  AuthProfile,
  CreatedAppSession,
  IdpRedirectEvent,
  PendingAuthorization,
  SessionInfo,
} from "./generated/index.js";

/** A session that is ready for use. */
export interface ReadySession {
  readonly kind: "ready";
  readonly session: AppSession;
  readonly pendingAuthorization: readonly AuthProfile[];
  /** The answer as it came. */
  readonly raw: CreatedAppSession;
}

/** A session that exists, but some of whose tools fail until its user has visited all addresses. */
export interface SessionAwaitingAuthorization {
  readonly kind: "authorizationPending";
  readonly session: SessionInfo;
  /** What the user has to visit: the profiles that are not authorized yet. */
  readonly pendingAuthorization: readonly AuthProfile[];
  /** The answer as it came. */
  readonly raw: PendingAuthorization;
}

/** What creating a session leads to. */
export type AppSessionCreation = ReadySession | SessionAwaitingAuthorization;

/** Told apart by the field that each variant requires: both may carry `events`. */
export function toCreation(raw: CreatedAppSession | PendingAuthorization): AppSessionCreation {
  const session: unknown = "session" in raw ? raw.session : raw.sessionInfo;
  if (typeof session !== "object" || session === null) throw new TypeError("its body names no session");
  const pendingAuthorization = (raw.events ?? []).flatMap((event) => (isRedirect(event) ? pendingOf(event) : []));
  return "session" in raw
    ? { kind: "ready", session: raw.session, pendingAuthorization, raw }
    : { kind: "authorizationPending", session: raw.sessionInfo, pendingAuthorization, raw };
}

function isRedirect(event: { readonly type?: unknown }): event is IdpRedirectEvent {
  return event.type === "IDP_Redirect";
}

function pendingOf({ content }: IdpRedirectEvent): AuthProfile[] {
  // The content may be incomplete: an event is open to change.
  const profiles = (content as Partial<IdpRedirectEvent["content"]> | undefined)?.auth_profiles ?? [];
  return profiles.filter(({ isAuthorized }) => !isAuthorized);
}
