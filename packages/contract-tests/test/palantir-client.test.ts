import { serve, type Served } from "@org/emulator/node";
import { createPlatformClient, PalantirApiError } from "@osdk/client";
import { Sessions, type Session } from "@osdk/foundry.aipagents";
import { createConfidentialOauthClient } from "@osdk/oauth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

type PlatformClient = ReturnType<typeof createPlatformClient>;

/** The operations are in preview; this client says so for itself in no call. */
const preview = { preview: true } as const;

let served: Served;
let client: PlatformClient;
beforeAll(async () => {
  served = await serve();
  client = signedInWith(async () => served.emulator.credentials.foundry.token);
});
afterAll(() => served.close());

function signedInWith(token: () => Promise<string>): PlatformClient {
  return createPlatformClient(served.url, token);
}

/** What the client throws, once it has one. It repeats 429 and 503 for seconds, so no test may meet those. */
async function failureOf(call: Promise<unknown>): Promise<PalantirApiError> {
  const error: unknown = await call.then(
    () => expect.unreachable("the call must fail"),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(PalantirApiError);
  return error as PalantirApiError;
}

describe("the official client on the emulator", () => {
  test("creates a session, and gets the same", async () => {
    const { agentRid } = served.emulator.credentials.foundry;
    const before = served.emulator.stored.foundry;
    const created = await Sessions.create(client, agentRid, { agentVersion: "1.0" }, preview);
    expect(served.emulator.stored.foundry).toBe(before + 1);
    expect(created).toMatchObject({ agentRid, agentVersion: "1.0", metadata: { messageCount: 0 } });
    expect(await Sessions.get(client, agentRid, created.rid, preview)).toEqual(created);
  });

  test("creates a session without naming a version, and gets the latest published one", async () => {
    const { agentRid } = served.emulator.credentials.foundry;
    expect(await Sessions.create(client, agentRid, {}, preview)).toMatchObject({ agentVersion: "2.0" });
  });

  test("lists page by page until all have come, each once, most recently updated first", async () => {
    const { otherAgentRid: agentRid } = served.emulator.credentials.foundry;
    const pageSize = 10;
    const pages: (readonly Session[])[] = [];
    let pageToken: string | undefined;
    do {
      const page = await Sessions.list(client, agentRid, { ...preview, pageSize, ...(pageToken && { pageToken }) });
      pages.push(page.data);
      pageToken = page.nextPageToken;
    } while (pageToken !== undefined);

    // All sessions of this agent are those of the user who asks.
    const held = served.emulator.sessions("foundry").filter(({ place }) => place === agentRid);
    const expected = held.map(({ wire }) => wire as Session).sort(byUpdate);
    expect(pages.flat()).toEqual(expected);
    expect(pages.map(({ length }) => length)).toEqual([10, 10, 5]);
  });

  test("meets SessionNotFound, with what was looked for", async () => {
    const { agentRid } = served.emulator.credentials.foundry;
    const sessionRid = "ri.aip-agents..session.00000000-0000-4000-8000-000000000000";
    expect(await failureOf(Sessions.get(client, agentRid, sessionRid, preview))).toMatchObject({
      errorName: "SessionNotFound",
      errorCode: "NOT_FOUND",
      statusCode: 404,
      errorInstanceId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      parameters: { agentRid, sessionRid },
    });
  });

  test.each([
    ["createSession", (agentRid: string) => Sessions.create(client, agentRid, {}, preview)],
    ["listSessions", (agentRid: string) => Sessions.list(client, agentRid, preview)],
    ["getSession", (agentRid: string) => Sessions.get(client, agentRid, agentRid, preview)],
  ])("meets AgentNotFound from %s, with the agent that was looked for", async (_, call) => {
    const agentRid = "ri.aip-agents..agent.00000000-0000-4000-8000-000000000000";
    expect(await failureOf(call(agentRid))).toMatchObject({
      errorName: "AgentNotFound",
      errorCode: "NOT_FOUND",
      statusCode: 404,
      parameters: { agentRid },
    });
  });

  test("meets the refusal of a bad token", async () => {
    const { agentRid } = served.emulator.credentials.foundry;
    const stranger = signedInWith(async () => "not-a-token");
    expect(await failureOf(Sessions.list(stranger, agentRid, preview))).toMatchObject({
      errorName: "Default:Unauthorized",
      errorCode: "UNAUTHORIZED",
      statusCode: 401,
      parameters: {},
    });
  });

  test("meets ApiFeaturePreviewUsageOnly where it does not ask for the preview", async () => {
    const { agentRid } = served.emulator.credentials.foundry;
    expect(await failureOf(Sessions.list(client, agentRid))).toMatchObject({
      errorName: "ApiFeaturePreviewUsageOnly",
      statusCode: 400,
    });
  });
});

describe("the official OAuth client on the emulator", () => {
  const scopes = ["api:aip-agents-read", "api:aip-agents-write"];

  test("signs in with client credentials, and the official client works with its token", async () => {
    const { agentRid, clientId, clientSecret } = served.emulator.credentials.foundry;
    const oauth = createConfidentialOauthClient(clientId, clientSecret, served.url, scopes);
    const service = signedInWith(oauth);
    const created = await Sessions.create(service, agentRid, {}, preview);
    const { data } = await Sessions.list(service, agentRid, { ...preview, pageSize: 1 });
    expect(data).toEqual([created]);
    expect((await failureOf(Sessions.get(client, agentRid, created.rid, preview))).errorName).toBe("SessionNotFound");
  });

  test("gets a token without the write scope, and the create says which scope is missing", async () => {
    const { agentRid, readOnlyClientId, readOnlyClientSecret } = served.emulator.credentials.foundry;
    const oauth = createConfidentialOauthClient(readOnlyClientId, readOnlyClientSecret, served.url, scopes.slice(0, 1));
    const reader = signedInWith(oauth);
    expect((await Sessions.list(reader, agentRid, preview)).data).toEqual([]);
    expect(await failureOf(Sessions.create(reader, agentRid, {}, preview))).toMatchObject({
      errorName: "ApiUsageDenied",
      statusCode: 403,
      parameters: { missingScope: "api:aip-agents-write" },
    });
  });

  test("is refused with a wrong secret", async () => {
    const { clientId } = served.emulator.credentials.foundry;
    const oauth = createConfidentialOauthClient(clientId, "wrong", served.url, scopes);
    await expect(oauth()).rejects.toThrow(/invalid_client/);
  });
});

/** Times are all in UTC and have nine fractional digits, so they compare as text. */
function byUpdate({ metadata: left }: Session, { metadata: right }: Session): number {
  return left.updatedTime > right.updatedTime ? -1 : 1;
}
