import type { EmulatorCredentials } from "@org/emulator";
import type { Draft } from "../support/draft.ts";
import type { Fetch } from "../support/wire.ts";
import type { Reach } from "./reach.ts";

type Change = NonNullable<Reach["change"]>;
type Failing = keyof EmulatorCredentials["foundry"]["failingAgentRids"];

const withPath =
  (path: (credentials: EmulatorCredentials["foundry"]) => Draft["path"]): Change =>
  (draft, { foundry }) => ({ path: { ...draft.path, ...path(foundry) } });
const withQuery =
  (query: Draft["query"]): Change =>
  (draft) => ({ query: { ...draft.query, ...query } });
const withToken =
  (authorization: string): Change =>
  ({ headers }) => ({ headers: { ...headers, authorization } });
const withBody =
  (bodyText: string): Change =>
  () => ({ bodyText });
const atFailing = (name: Failing): Change => withPath(({ failingAgentRids }) => ({ agentRid: failingAgentRids[name] }));

const withoutReading: Change = async ({ headers }, { foundry }, fetch) => {
  const token = await tokenFor(fetch, foundry, "api:aip-agents-write");
  return { headers: { ...headers, authorization: `Bearer ${token}` } };
};
const withoutWriting: Change = (draft, credentials, fetch) =>
  withToken(`Bearer ${credentials.foundry.readOnlyToken}`)(draft, credentials, fetch);

async function tokenFor(
  fetch: Fetch,
  { clientId, clientSecret }: EmulatorCredentials["foundry"],
  scope: string,
): Promise<string> {
  const form = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret, scope };
  const response = await fetch("http://localhost/multipass/api/oauth2/token", {
    method: "POST",
    body: new URLSearchParams(form),
  });
  return ((await response.json()) as { readonly access_token: string }).access_token;
}

/** What each operation can fail with. */
const everywhere = (operation: string): Reach[] => [
  { operation, status: 400, name: "ApiFeaturePreviewUsageOnly", change: () => ({ query: {} }) },
  { operation, status: 400, name: "Conjure:InvalidArgument", change: withQuery({ limit: "1" }) },
  { operation, status: 401, name: "Conjure:MissingCredentials", change: () => ({ headers: {} }) },
  { operation, status: 401, name: "Conjure:MalformedCredentials", change: withToken("Basic YTpi") },
  { operation, status: 401, name: "Default:Unauthorized", change: withToken("Bearer nobody") },
  { operation, status: 403, name: "Default:PermissionDenied", change: atFailing("Default:PermissionDenied") },
  {
    operation,
    status: 404,
    name: "AgentNotFound",
    change: withPath(() => ({ agentRid: "ri.aip-agents..agent.none" })),
  },
  { operation, status: 429, options: { foundry: { requestsPerMinute: 1 } }, times: 2 },
  { operation, status: 500, name: "Default:Internal", change: atFailing("Default:Internal") },
  { operation, status: 503, options: { foundry: { requestsPerMinute: 1, throttleStatus: 503 } }, times: 2 },
];

/** Names that no description lists come when the service changes: the emulator is told to. */
const unlisted = (operation: string, statuses: readonly number[]): Reach[] =>
  statuses.map((status) => ({
    operation,
    status,
    name: "*",
    fault: JSON.stringify({
      errorCode: "CUSTOM_SERVER",
      errorName: "Service:NewError",
      parameters: { since: "today" },
    }),
  }));

const failing = (
  [
    [400, "ActionTypeNotFound"],
    [400, "UnsupportedLanguageModelRid"],
    [403, "CreateSessionPermissionDenied"],
    [404, "FunctionLocatorNotFound"],
    [404, "ObjectTypeIdsNotFound"],
    [404, "ObjectTypeRidsNotFound"],
    [404, "OntologyEntitiesNotFound"],
    [404, "SessionNotFound"],
  ] as const
).map(([status, name]): Reach => ({ operation: "createSession", status, name, change: atFailing(name) }));

const create = "createSession";
const list = "listSessions";
const get = "getSession";

export const reachFoundry: readonly Reach[] = [
  ...everywhere(create),
  ...unlisted(create, [400, 401, 403, 404, 415, 422, 500]),
  ...failing,
  { operation: create, status: 400, name: "InvalidAgentVersion", change: withBody('{"agentVersion":"latest"}') },
  {
    operation: create,
    status: 400,
    name: "NoPublishedAgentVersion",
    change: withPath(({ unpublishedAgentRid }) => ({ agentRid: unpublishedAgentRid })),
  },
  {
    operation: create,
    status: 400,
    name: "MissingPostBody",
    options: { foundry: { createBody: "required" } },
    change: withBody(""),
  },
  { operation: create, status: 403, name: "ApiUsageDenied", change: withoutWriting },
  { operation: create, status: 404, name: "AgentVersionNotFound", change: withBody('{"agentVersion":"9.9"}') },
  {
    operation: create,
    status: 415,
    name: "Conjure:UnsupportedMediaType",
    change: ({ headers }) => ({ headers: { ...headers, "content-type": "text/plain" } }),
  },
  { operation: create, status: 422, name: "Conjure:UnprocessableEntity", change: withBody('{"agentVersion":1}') },

  ...everywhere(list),
  ...unlisted(list, [400, 401, 403, 404, 500]),
  { operation: list, status: 400, name: "InvalidPageSize", change: withQuery({ pageSize: "0" }) },
  { operation: list, status: 400, name: "InvalidPageToken", change: withQuery({ pageToken: "v1.none" }) },
  { operation: list, status: 403, name: "ApiUsageDenied", change: withoutReading },

  ...everywhere(get),
  ...unlisted(get, [400, 401, 403, 404, 500]),
  { operation: get, status: 403, name: "ApiUsageDenied", change: withoutReading },
  {
    operation: get,
    status: 404,
    name: "SessionNotFound",
    change: withPath(() => ({ sessionRid: "ri.aip-agents..session.none" })),
  },
];
