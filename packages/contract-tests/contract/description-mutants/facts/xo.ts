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
  oneOf,
  openSet,
  optional,
  orNull,
  text,
  time,
  type Fact,
} from "./fact.ts";
import { filledText, segment, type OperationFacts } from "./operation-facts.ts";

const date: Fact = {
  good: ["2023-05-17", "2023-05-17T06:56:14Z", "2023-05-17T06:56:14.1Z", "2023-05-17T06:56:14.123Z"],
  bad: [
    "yesterday",
    "17.5.2023",
    "2023-05-17T06:56:14",
    "2023-05-17T06:56:14.1234Z",
    " 2023-05-17",
    "",
    1,
    true,
    null,
    [],
    {},
  ],
};
const page: Fact = { good: [1, 2 ** 40], bad: [0, -1, 0.5, "1", null, [], {}] };

const filter = object(
  {
    userId: optional(filled),
    skip: optional(count),
    offset: optional(count),
    limit: optional(page),
    dateFrom: optional(date),
    dateTo: optional(date),
    tags: optional(anyObject),
    sessionType: optional(oneOf("interactive", "non-interactive")),
    sessionId: optional(list(filled, { min: 1, max: 50 })),
    includeMeta: optional(flag),
  },
  "closed",
);

const tags = optional(list(object({ name: text, value: text })));
const session = object({
  sessionId: text,
  botId: text,
  channel: openSet(
    "sms",
    "email",
    "rtm",
    "slack",
    "skype",
    "twitter",
    "msteams",
    "api",
    "kore",
    "facebook",
    "skypeforbusiness",
    "korevg",
  ),
  userId: text,
  start_time: time,
  end_time: optional(orNull(time)),
  session_lang: list(text),
  sessionType: openSet("interactive", "non-interactive"),
  containmentType: optional(openSet("dropOff", "selfService", "agent")),
  isDeveloper: { good: [true, false, 1, 0], bad: [2, -1, 0.5, "true", null, [], {}] },
  sessionStatus: optional(openSet("active", "closed")),
  tags: object({ userTags: tags, sessionTags: tags, altText: optional(list(anything)) }),
  noOfMessagesExchanged: count,
  noOfTasksExecuted: count,
});

const error = {
  body: object({
    errors: optional(list(object({ msg: optional(text), code: optional(either(text, integer)) }))),
  }),
};
const base = {
  api: "kore-xo",
  method: "POST",
  credentials: [{ auth: "token" }],
  body: { fact: filter, required: false },
  answers: {
    200: {
      body: object({
        total: count,
        moreAvailable: flag,
        sessions: list(session),
        invalidSessions: optional(list(text)),
      }),
    },
    400: error,
    401: error,
    403: error,
    404: error,
    429: { ...error, outcome: "rejected" },
    500: error,
    503: { ...error, outcome: "unknown" },
  },
} as const;
const containmentType = { good: ["dropOff", "selfService", "agent"], bad: ["other", "selfservice", ""] };
const extensions = (per: string): OperationFacts["extensions"] => ({
  "x-retry": { safety: "safe" },
  "x-rate-limit": [
    { requests: 60, windowSeconds: 60, per, enforced: true },
    { requests: 1800, windowSeconds: 3600, per, enforced: true },
  ],
  "x-pagination": {
    style: "skip",
    request: { in: "body", name: "skip" },
    size: { in: "body", name: "limit" },
    items: "sessions",
    more: "moreAvailable",
    total: "total",
  },
});

export const xoFacts: readonly OperationFacts[] = [
  {
    ...base,
    id: "getBotSessions",
    path: "/api/public/bot/{botId}/getSessions",
    pathParameters: { botId: segment },
    query: { containmentType, callId: filledText },
    extensions: extensions("botId"),
  },
  {
    ...base,
    id: "getAccountSessions",
    path: "/api/public/getSessions",
    pathParameters: {},
    query: { containmentType },
    extensions: extensions("account"),
  },
];
