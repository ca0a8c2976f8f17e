import {
  anyObject,
  anything,
  count,
  either,
  filled,
  flag,
  integer,
  list,
  object,
  openSet,
  optional,
  orNull,
  tag,
  text,
  time,
  uri,
  variants,
} from "./fact.ts";
import { segment, type OperationFacts } from "./operation-facts.ts";

const status = openSet("idle", "busy", "error", "started", "terminated");
const session = {
  sessionId: text,
  sessionReference: orNull(text),
  userReference: optional(text),
  status,
  userId: text,
};
const appSession = object({
  ...session,
  createdAt: time,
  source: optional(openSet("AP", "AIS-AA", "AIS-QM", "AIS-CC", "AP-PG", "AP-ES", "AIW", "AIP", "MP")),
});
const profile = object({ url: uri, idpName: text, isAuthorized: flag, sso_type: openSet("oauth2") });
const event = variants(
  object({ type: tag("IDP_Redirect"), content: object({ auth_profiles: list(profile) }) }),
  object({
    type: tag("Welcome_Event"),
    content: object({ messageToUser: text }),
    params: optional(object({ reason: optional(text) })),
  }),
  object({ type: tag("New_Event"), content: optional(anything) }),
);
const greeting = {
  messageId: optional(text),
  output: optional(list(object({ type: openSet("text"), content: optional(text) }))),
  allowedMimeTypes: optional(list(text)),
  fileUploadConfig: optional(
    object({
      enabled: optional(flag),
      isAttachmentsEnabled: optional(flag),
      maxFileCount: optional(count),
      maxFileSize: optional(count),
      maxTokens: optional(count),
    }),
  ),
};
const pending = object({
  ...greeting,
  events: list(event),
  sessionInfo: object({
    ...session,
    sessionReference: optional(session.sessionReference),
    runId: optional(text),
    appId: optional(text),
    attachments: optional(list(anyObject)),
  }),
});
const created = variants(object({ ...greeting, session: appSession, events: optional(list(event)) }), pending);

const error = {
  body: object({
    statusCode: optional(integer),
    message: optional(either(text, list(text))),
    error: optional(either(text, object({ code: optional(either(text, integer)), message: text }))),
  }),
};
const failures: OperationFacts["answers"] = {
  400: error,
  401: error,
  403: error,
  404: error,
  429: { ...error, outcome: "rejected" },
  500: error,
  503: { ...error, outcome: "unknown" },
};

const base = {
  api: "kore-agent-platform",
  method: "POST",
  credentials: [{ "x-api-key": "key" }],
  pathParameters: { appId: segment, envName: segment },
  query: {},
};
const sessions = "/api/v2/apps/{appId}/environments/{envName}/sessions";
const identityTypes = ["userReference", "sessionReference", "sessionId", "sessionIdentity"];
const identity = object(
  {
    type: {
      ...filled,
      good: [...identityTypes, "new"],
      sets: [identityTypes],
    },
    value: filled,
  },
  "closed",
);

export const agentPlatformFacts: readonly OperationFacts[] = [
  {
    ...base,
    id: "createAppSession",
    path: sessions,
    body: {
      fact: object({ sessionIdentity: list(identity, { min: 1 }), source: optional(filled) }, "closed"),
      required: true,
    },
    answers: { ...failures, 200: { body: created }, 409: error },
    extensions: { "x-retry": { safety: "never", settledBy: "listAppSessions" } },
  },
  {
    ...base,
    id: "listAppSessions",
    path: `${sessions}/list`,
    body: {
      fact: object(
        {
          sessionId: optional(filled),
          userReference: optional(filled),
          date: optional(object({ start: filled, end: filled }, "closed")),
          filters: optional(list(object({ key: text, value: text, operator: text }, "closed"))),
          offset: optional(count),
        },
        "closed",
      ),
      required: true,
    },
    answers: {
      ...failures,
      200: {
        body: object({
          sessions: list(appSession),
          pagination: object({ totalCount: count, endIndex: optional(integer), hasMore: flag }),
        }),
      },
    },
    extensions: {
      "x-retry": { safety: "safe" },
      "x-pagination": {
        style: "offset",
        request: { in: "body", name: "offset" },
        items: "sessions",
        more: "pagination.hasMore",
        total: "pagination.totalCount",
      },
    },
  },
];
