import {
  anyObject,
  constant,
  count,
  integer,
  list,
  object,
  openSet,
  optional,
  tag,
  text,
  filled,
  time,
  uuid,
  variants,
  type Fact,
} from "./fact.ts";
import { filledText, segment, type AnswerFacts, type OperationFacts } from "./operation-facts.ts";

const session = object({
  rid: filled,
  metadata: object({
    title: text,
    createdTime: time,
    updatedTime: time,
    messageCount: count,
    estimatedExpiresTime: time,
  }),
  agentRid: filled,
  agentVersion: text,
});

const error = (name: string, code: string, parameters: Fact = anyObject): Fact =>
  object({
    errorCode: constant(code),
    errorName: tag(name),
    errorInstanceId: uuid,
    errorDescription: optional(text),
    parameters,
  });

/** An error of a name that the pages do not list. */
const unlisted = object({
  errorCode: openSet(
    "UNAUTHORIZED",
    "PERMISSION_DENIED",
    "INVALID_ARGUMENT",
    "NOT_FOUND",
    "CONFLICT",
    "REQUEST_ENTITY_TOO_LARGE",
    "FAILED_PRECONDITION",
    "INTERNAL",
    "TIMEOUT",
    "CUSTOM_CLIENT",
    "CUSTOM_SERVER",
  ),
  errorName: tag("Service:NewError"),
  errorInstanceId: optional(uuid),
  errorDescription: optional(text),
  parameters: optional(anyObject),
});

const ofAgent = { agentRid: filled };
const ofSession = { ...ofAgent, sessionRid: optional(filled) };

const named = {
  invalid: (name: string, parameters?: Fact) => error(name, "INVALID_ARGUMENT", parameters),
  denied: (name: string, parameters?: Fact) => error(name, "PERMISSION_DENIED", parameters),
  unauthorized: (name: string) => error(name, "UNAUTHORIZED"),
  notFound: (name: string, parameters: Fact) => error(name, "NOT_FOUND", parameters),
};
const { invalid, denied, unauthorized, notFound } = named;

const previewOnly = invalid("ApiFeaturePreviewUsageOnly");
const invalidArgument = invalid("Conjure:InvalidArgument");
const usageDenied = denied("ApiUsageDenied", object({ missingScope: optional(text) }));
const permissionDenied = denied("Default:PermissionDenied");
const agentNotFound = notFound("AgentNotFound", object(ofAgent));

const oneOfThese = (...errors: readonly Fact[]): AnswerFacts => ({ body: variants(...errors, unlisted) });
const hints = {
  "qos-retry-hint": { good: ["do-not-retry", "later"], bad: [] },
  "qos-due-to": { good: ["custom", "load"], bad: [] },
};

const everywhere: OperationFacts["answers"] = {
  401: oneOfThese(
    unauthorized("Default:Unauthorized"),
    unauthorized("Conjure:MissingCredentials"),
    unauthorized("Conjure:MalformedCredentials"),
  ),
  403: oneOfThese(usageDenied, permissionDenied),
  429: {
    headers: { "retry-after": { good: ["5", "0"], bad: ["soon", "-1", "1.5", "null"] }, ...hints },
    outcome: "rejected",
  },
  500: oneOfThese(error("Default:Internal", "INTERNAL")),
  503: { headers: hints, outcome: "rejected" },
};

const base = {
  api: "foundry-aip-agents",
  credentials: [{ authorization: "Bearer token" }],
  pathParameters: { agentRid: segment },
};
const preview = { good: ["true", "false"], bad: ["yes", "1", "null", ""] };
const sessions = "/api/v2/aipAgents/agents/{agentRid}/sessions";
const rateLimit = [{ requests: 5000, windowSeconds: 60, per: "user", enforced: false }];
const withScope = (scope: string): object[] => [{ bearerToken: [] }, { oauth2: [`api:aip-agents-${scope}`] }];

export const foundryFacts: readonly OperationFacts[] = [
  {
    ...base,
    id: "createSession",
    method: "POST",
    path: sessions,
    query: { preview },
    body: { fact: object({ agentVersion: optional(text) }, "closed"), required: false },
    answers: {
      ...everywhere,
      200: { body: session },
      400: oneOfThese(
        invalid("ActionTypeNotFound", object({ ...ofSession, actionRid: text })),
        invalid("InvalidAgentVersion", object({ ...ofAgent, version: text })),
        invalid("NoPublishedAgentVersion", object(ofAgent)),
        invalid(
          "UnsupportedLanguageModelRid",
          object({
            ...ofSession,
            languageModelRid: text,
            modelPurpose: openSet("PRIMARY_AGENT", "QUESTION_SUGGESTER"),
          }),
        ),
        previewOnly,
        invalid("MissingPostBody"),
        invalidArgument,
      ),
      403: oneOfThese(denied("CreateSessionPermissionDenied", object(ofAgent)), usageDenied, permissionDenied),
      404: oneOfThese(
        agentNotFound,
        notFound("AgentVersionNotFound", object({ ...ofAgent, agentVersionString: text })),
        notFound("FunctionLocatorNotFound", object({ ...ofSession, functionRid: text, functionVersion: text })),
        notFound("ObjectTypeIdsNotFound", object({ ...ofSession, objectTypeIds: list(text) })),
        notFound("ObjectTypeRidsNotFound", object({ ...ofSession, objectTypeRids: list(text) })),
        notFound(
          "OntologyEntitiesNotFound",
          object({ ...ofSession, objectTypeRids: list(text), linkTypeRids: list(text) }),
        ),
        notFound("SessionNotFound", object({ ...ofAgent, sessionRid: filled })),
      ),
      415: oneOfThese(invalid("Conjure:UnsupportedMediaType")),
      422: oneOfThese(invalid("Conjure:UnprocessableEntity")),
    },
    extensions: {
      "x-retry": { safety: "never", settledBy: "listSessions" },
      "x-rate-limit": rateLimit,
      security: withScope("write"),
    },
  },
  {
    ...base,
    id: "listSessions",
    method: "GET",
    path: sessions,
    query: {
      preview,
      pageSize: { good: ["1", "2147483647"], bad: ["0", "-1", "1.5", "2147483648", "ten", "null", ""] },
      pageToken: filledText,
    },
    answers: {
      ...everywhere,
      200: { body: object({ data: optional(list(session)), nextPageToken: optional(text) }) },
      400: oneOfThese(
        previewOnly,
        invalid("InvalidPageSize", object({ pageSize: integer })),
        invalid("InvalidPageToken", object({ pageToken: text })),
        invalidArgument,
      ),
      404: oneOfThese(agentNotFound),
    },
    extensions: {
      "x-retry": { safety: "safe" },
      "x-rate-limit": rateLimit,
      security: withScope("read"),
      "x-pagination": {
        style: "token",
        request: { in: "query", name: "pageToken" },
        size: { in: "query", name: "pageSize" },
        items: "data",
        next: "nextPageToken",
      },
    },
  },
  {
    ...base,
    id: "getSession",
    method: "GET",
    path: `${sessions}/{sessionRid}`,
    pathParameters: { agentRid: segment, sessionRid: segment },
    query: { preview },
    answers: {
      ...everywhere,
      200: { body: session },
      400: oneOfThese(previewOnly, invalidArgument),
      404: oneOfThese(agentNotFound, notFound("SessionNotFound", object({ ...ofAgent, sessionRid: filled }))),
    },
    extensions: { "x-retry": { safety: "safe" }, "x-rate-limit": rateLimit, security: withScope("read") },
  },
];
