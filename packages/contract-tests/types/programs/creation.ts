import type { AppSession, AppSessionCreation, AuthProfile, SessionInfo } from "@org/kore-agent-platform";
import { exactly } from "../support/expect.js";

declare const creation: AppSessionCreation;

// `kind` tells which of the two answers came.
exactly<"ready" | "authorizationPending">()(creation.kind);
exactly<readonly AuthProfile[]>()(creation.pendingAuthorization);
exactly<string>()(creation.session.sessionId);
if (creation.kind === "ready") {
  exactly<AppSession>()(creation.session);
  exactly<AppSession>()(creation.raw.session);
} else {
  exactly<"authorizationPending">()(creation.kind);
  exactly<SessionInfo>()(creation.session);
  exactly<SessionInfo>()(creation.raw.sessionInfo);
  // @ts-expect-error TS2339: Property 'createdAt' does not exist on type 'SessionInfo'
  exactly<string>()(creation.session.createdAt);
}
// @ts-expect-error TS2339: Property 'createdAt' does not exist on type
exactly<string>()(creation.session.createdAt);
// @ts-expect-error TS2367: This comparison appears to be unintentional
if (creation.kind === "pending") throw new Error("unreachable");
