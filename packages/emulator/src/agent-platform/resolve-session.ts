import { refuse } from "./errors.js";
import type { Identities } from "./identity.js";
import type { AgentPlatformSettings } from "./options.js";
import type { AppSessionStore, Place } from "./session-store.js";
import type { AppSession } from "./session.js";

/** The session that the identities name, or what a new one is to be called. */
export type Resolution =
  | { readonly found: AppSession }
  | { readonly create: { readonly sessionReference: string | null; readonly userReference: string } };

export interface ResolveOptions {
  readonly place: Place;
  readonly store: AppSessionStore;
  readonly settings: AgentPlatformSettings;
}

type Step = (identities: Identities, options: ResolveOptions) => Resolution | undefined;

/** Asks the identities in order of their priority; the first that knows an answer decides. */
export function resolveSession(identities: Identities, options: ResolveOptions): Resolution {
  const sessionIdFirst = options.settings.identityPriority === "session-id-first";
  const steps = sessionIdFirst ? [bySessionId, byReference, byUser] : [byUser, byReference, bySessionId];
  for (const step of steps) {
    const resolution = step(identities, options);
    if (resolution !== undefined) return resolution;
  }
  throw refuse(404, "Session not found");
}

/** Finds and never creates. */
const bySessionId: Step = ({ sessionId, userReference }, { place, store }) => {
  const found = sessionId === undefined ? undefined : store.findById(place, sessionId);
  return found && ownedBy(found, userReference);
};

/** Finds, or creates under this reference; without a user the reference stands for the user, too. */
const byReference: Step = ({ sessionReference, userReference }, { place, store }) => {
  if (sessionReference === undefined) return undefined;
  const found = store.findByReference(place, sessionReference);
  if (found !== undefined) return ownedBy(found, userReference);
  return { create: { sessionReference, userReference: userReference ?? sessionReference } };
};

/** Creates every time. */
const byUser: Step = ({ sessionReference, userReference }, { settings }) => {
  if (userReference === undefined) return undefined;
  const unset = settings.unsetSessionReference === "null" ? null : userReference;
  return { create: { sessionReference: sessionReference ?? unset, userReference } };
};

function ownedBy(found: AppSession, userReference: string | undefined): Resolution {
  if (userReference !== undefined && userReference !== found.userReference) {
    throw refuse(409, "userReference does not match the owner of the session");
  }
  return { found };
}
