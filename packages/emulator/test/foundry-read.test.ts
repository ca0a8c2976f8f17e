import { describe, expect, it } from "vitest";
import { startFoundry, type FoundryBody } from "./support/foundry-client.js";

const HOUR_MS = 3_600_000;

describe("listing Foundry sessions", () => {
  it("gives every session once, most recently updated first, over several pages of 100", async () => {
    const { listAll, list, emulator } = startFoundry();
    const first = await list();
    expect(first.body.data).toHaveLength(100);
    const sessions = await listAll();
    const times = sessions.map(({ metadata }) => metadata.updatedTime);
    expect(sessions.length).toBeGreaterThanOrEqual(250);
    expect(new Set(sessions.map(({ rid }) => rid)).size).toBe(sessions.length);
    expect(times).toEqual([...times].sort().toReversed());
    expect(emulator.credentials.foundry.sessionRid).toBe(sessions.at(-2)?.rid);
  });

  it("gives the same sessions whatever the page size", async () => {
    const { listAll } = startFoundry();
    const all = await listAll();
    for (const pageSize of ["1", "7", "99"]) expect(await listAll({ query: { pageSize } })).toEqual(all);
  });

  it("cuts a page size down to the maximum", async () => {
    const { list } = startFoundry({ foundry: { maxPageSize: 30, defaultPageSize: 20 } });
    expect((await list()).body.data).toHaveLength(20);
    expect((await list({ query: { pageSize: "1000" } })).body.data).toHaveLength(30);
  });

  it("shows each user and each client its own sessions", async () => {
    const { listAll, create, emulator } = startFoundry();
    const { token, readOnlyToken, otherUserToken, otherClientToken } = emulator.credentials.foundry;
    await create({});
    const [own, readOnly, otherUser, otherClient] = await Promise.all(
      [token, readOnlyToken, otherUserToken, otherClientToken].map(async (owner) => {
        return new Set((await listAll({ token: owner })).map(({ rid }) => rid));
      }),
    );
    expect(readOnly).toEqual(own);
    const everyones = [...own!, ...otherUser!, ...otherClient!];
    expect(new Set(everyones).size).toBe(everyones.length);
  });

  it("neither repeats nor skips a session when others are created between two pages", async () => {
    const { list, create, listAll } = startFoundry();
    const before = await listAll();
    const first = await list({ query: { pageSize: "10" } });
    await create({});
    const second = await list({ query: { pageSize: "10", pageToken: first.body.nextPageToken } });
    expect([...first.body.data, ...second.body.data]).toEqual(before.slice(0, 20));
  });

  it("sends no page token when the last page is exactly full", async () => {
    const { create, list } = startFoundry({ seed: "none" });
    for (let count = 0; count < 4; count += 1) await create({});
    const first = await list({ query: { pageSize: "2" } });
    const second = await list({ query: { pageSize: "2", pageToken: first.body.nextPageToken } });
    expect(second.body.data).toHaveLength(2);
    expect(second.body).not.toHaveProperty("nextPageToken");
  });

  it("answers with an empty list where there are no sessions", async () => {
    expect((await startFoundry({ seed: "none" }).list()).body).toEqual({ data: [] });
  });

  it.each(["0", "-1", "-100"])("refuses the page size %s by name", async (pageSize) => {
    const answer = await startFoundry().list({ query: { pageSize } });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ errorName: "InvalidPageSize", parameters: { pageSize: Number(pageSize) } });
  });

  it.each(["ten", "1.5", "", "99999999999"])("refuses %j, which is no page size at all", async (pageSize) => {
    const answer = await startFoundry().list({ query: { pageSize } });
    expect([answer.status, answer.body.errorName]).toEqual([400, "Conjure:InvalidArgument"]);
  });

  it.each(["", "v1.", "v1.bm9uc2Vuc2U=", "v2.abc", "v1.%%%"])("refuses the page token %j", async (pageToken) => {
    const answer = await startFoundry().list({ query: { pageToken } });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ errorName: "InvalidPageToken", parameters: { pageToken } });
  });

  it("refuses the page token of another user, client or agent", async () => {
    const { list, emulator } = startFoundry();
    const { otherUserToken, otherClientToken, otherAgentRid: agentRid } = emulator.credentials.foundry;
    const pageToken = (await list({ query: { pageSize: "1" } })).body.nextPageToken as string;
    for (const call of [{ token: otherUserToken }, { token: otherClientToken }, { agentRid }]) {
      expect((await list({ ...call, query: { pageToken } })).body.errorName).toBe("InvalidPageToken");
    }
  });

  it("refuses a query parameter that the operation does not have", async () => {
    const answer = await startFoundry().list({ query: { pagesize: "5" } });
    expect(answer.body).toMatchObject({
      errorName: "Conjure:InvalidArgument",
      errorDescription: expect.stringContaining("pagesize"),
    });
  });
});

describe("getting a Foundry session", () => {
  it("hides the sessions of other users, and shows the user's own through any client", async () => {
    const { get, create, emulator } = startFoundry();
    const { otherUserToken, otherClientToken, agentRid } = emulator.credentials.foundry;
    const { rid } = (await create({})).body;
    expect((await get(rid, { token: otherClientToken })).status).toBe(200);
    const answer = await get(rid, { token: otherUserToken });
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ errorName: "SessionNotFound", parameters: { agentRid, sessionRid: rid } });
  });

  it("does not find a session under another agent", async () => {
    const { get, create, emulator } = startFoundry();
    const { rid } = (await create({})).body;
    const answer = await get(rid, { agentRid: emulator.credentials.foundry.otherAgentRid });
    expect(answer.body.errorName).toBe("SessionNotFound");
  });

  it("loses a session at the moment it expires, from the list too", async () => {
    const { get, create, list, clock } = startFoundry({ seed: "none" });
    const { rid } = (await create({})).body;
    clock.advance(24 * HOUR_MS);
    expect((await get(rid)).status).toBe(200);
    clock.advance(1);
    expect((await get(rid)).body.errorName).toBe("SessionNotFound");
    expect((await list()).body.data).toEqual([]);
  });

  it("keeps sessions for as long as the option says", async () => {
    const { get, create, clock } = startFoundry({ foundry: { sessionLifetimeMs: 1000 } });
    const { rid } = (await create({})).body;
    clock.advance(1001);
    expect((await get(rid)).status).toBe(404);
  });

  it("does not find the seeded session that has expired", async () => {
    const { get, emulator } = startFoundry();
    expect((await get(emulator.credentials.foundry.expiredSessionRid)).body.errorName).toBe("SessionNotFound");
  });
});

describe("every Foundry operation", () => {
  const operations = ["create", "list", "get"] as const;
  const run = (operation: (typeof operations)[number], call: object) => {
    const client = startFoundry();
    if (operation === "get") return client.get(client.emulator.credentials.foundry.sessionRid, call);
    return operation === "list" ? client.list(call) : client.create({}, call);
  };

  it.each(operations)("does not know an unknown agent: %s", async (operation) => {
    const agentRid = "ri.aip-agents..agent.00000000-0000-4000-8000-000000000000";
    const answer = await run(operation, { agentRid });
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ errorName: "AgentNotFound", parameters: { agentRid } });
  });

  it.each(operations)("asks for preview=true: %s", async (operation) => {
    const answer = await run(operation, { query: { preview: "false" } });
    expect([answer.status, answer.body.errorName]).toEqual([400, "ApiFeaturePreviewUsageOnly"]);
  });

  it("takes an absent preview for false", async () => {
    const { send, emulator } = startFoundry();
    const { agentRid, token } = emulator.credentials.foundry;
    const path = `/api/v2/aipAgents/agents/${agentRid}/sessions`;
    const { body } = await send<FoundryBody>(path, { headers: { authorization: `Bearer ${token}` } });
    expect(body.errorName).toBe("ApiFeaturePreviewUsageOnly");
  });

  it.each(operations)("refuses a preview that is no boolean: %s", async (operation) => {
    const answer = await run(operation, { query: { preview: "yes" } });
    expect([answer.status, answer.body.errorName]).toEqual([400, "Conjure:InvalidArgument"]);
  });
});

describe("throttling by Foundry", () => {
  it("answers 429 with an empty body and whole seconds, for the user alone, until the minute is over", async () => {
    const { list, clock, emulator } = startFoundry({ foundry: { requestsPerMinute: 2 } });
    await list();
    clock.advance(20_500);
    await list();
    const answer = await list();
    expect([answer.status, answer.text, answer.headers.get("retry-after")]).toEqual([429, "", "40"]);
    expect((await list({ token: emulator.credentials.foundry.otherUserToken })).status).toBe(200);
    clock.advance(39_500);
    expect((await list()).status).toBe(200);
  });

  it("spares service users", async () => {
    const { list, send, emulator } = startFoundry({ foundry: { requestsPerMinute: 0 } });
    const { clientId, clientSecret } = emulator.credentials.foundry;
    const form = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret };
    const { body } = await send<{ access_token: string }>("/multipass/api/oauth2/token", {
      method: "POST",
      body: new URLSearchParams(form),
    });
    expect((await list({ token: body.access_token })).status).toBe(200);
  });

  it("answers 503 without Retry-After when the option says so", async () => {
    const { list } = startFoundry({ foundry: { requestsPerMinute: 0, throttleStatus: 503 } });
    const answer = await list();
    expect([answer.status, answer.text, answer.headers.has("retry-after")]).toEqual([503, "", false]);
  });
});
