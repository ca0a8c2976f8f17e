import type { AgentPlatformSettings } from "./options.js";
import { toWire, type AppSession, type PendingAuthorization } from "./session.js";

const GREETING = "Welcome message";

export interface CreatedOptions {
  readonly session: AppSession;
  readonly isNew: boolean;
  readonly settings: AgentPlatformSettings;
}

/** The answer to a create when nothing stands between the user and the app's tools. */
export function createdBody({ session, isNew, settings }: CreatedOptions): object {
  if (settings.edition === "first") return { session: toWire(session) };
  const greeting = {
    events: [
      {
        type: "Welcome_Event",
        content: { messageToUser: GREETING },
        params: { reason: "User has initiated a new session" },
      },
    ],
    output: [{ type: "text", content: GREETING }],
  };
  return {
    session: { ...toWire(session), source: session.source },
    ...(isNew ? greeting : {}),
    ...uploads("isAttachmentsEnabled"),
  };
}

export interface PendingOptions {
  readonly session: AppSession;
  readonly authorization: PendingAuthorization;
  readonly idpName: string;
  /** Where the address to visit stands. */
  readonly origin: string;
  readonly settings: AgentPlatformSettings;
}

/** The answer to a create when the user has yet to authorize the app's tools. */
export function pendingBody({ session, authorization, idpName, origin, settings }: PendingOptions): object {
  const { sessionId, sessionReference, userReference, userId, status, appId } = session;
  const url = `${origin}/r/${authorization.code}`;
  return {
    messageId: authorization.messageId,
    events: [
      {
        type: "IDP_Redirect",
        content: { auth_profiles: [{ url, idpName, isAuthorized: false, sso_type: "oauth2" }] },
      },
    ],
    sessionInfo: {
      status,
      userReference,
      sessionReference,
      userId,
      sessionId,
      runId: authorization.runId,
      appId,
      attachments: [],
    },
    ...(settings.edition === "first" ? {} : uploads("enabled")),
  };
}

/** In spite of their name, the MIME types are file name extensions. The two answers spell the switch differently. */
function uploads(switchName: "enabled" | "isAttachmentsEnabled"): object {
  return {
    allowedMimeTypes: ["pdf", "docx", "txt", "json", "csv", "png", "jpg"],
    fileUploadConfig: { maxFileCount: 2, maxFileSize: 5, maxTokens: 10_000, [switchName]: true },
  };
}
