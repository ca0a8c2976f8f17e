import { isSdkError } from "@org/runtime";
import { describe, expect, test } from "vitest";
import { rawClient } from "../src/generated/raw.js";
import { scripted, session } from "./support/scripted.js";

const place = { appId: "aa-1", envName: "prod uction/1" };
const created = Response.json({ session });
const page = (sessionIds: string[], totalCount: number, hasMore: boolean): Response =>
  Response.json({
    sessions: sessionIds.map((sessionId) => ({ ...session, sessionId })),
    pagination: { totalCount, endIndex: 999, hasMore },
  });

describe("creating a session", () => {
  test("sends the identities as they were written, both spellings of the type included", async () => {
    const { client, sent } = scripted(created);
    const sessionIdentity = [
      { type: "sessionIdentity", value: " s-1 " },
      { type: "sessionId", value: "s-1" },
      { type: "userReference", value: "製品@example.com" },
    ];
    await client.createAppSession({ ...place, sessionIdentity, source: "AP" });
    expect(sent).toMatchObject([{ method: "POST", path: "/api/v2/apps/aa-1/environments/prod%20uction%2F1/sessions" }]);
    expect(JSON.parse(sent[0]?.body ?? "")).toEqual({ sessionIdentity, source: "AP" });
    expect(sent[0]?.headers.get("x-api-key")).toBe("kg-secret");
    expect(sent[0]?.headers.has("authorization")).toBe(false);
  });

  test("is never sent twice once the service may have seen it, and names the read that tells", async () => {
    const { client, sent } = scripted(new Response("<h1>Bad gateway</h1>", { status: 502 }));
    const result = await client.createAppSession.safe({
      ...place,
      sessionIdentity: [{ type: "userReference", value: "u" }],
    });
    expect(result.error).toMatchObject({ outcome: "unknown" });
    expect(result.error?.message).toContain("listAppSessions");
    expect(sent).toHaveLength(1);
  });

  test("that is answered without any session is a failure of unknown outcome, and does not throw", async () => {
    const { client } = scripted(Response.json({ messageId: "m", events: [] }));
    const result = await client.createAppSession.safe({
      ...place,
      sessionIdentity: [{ type: "userReference", value: "u" }],
    });
    expect(result.error).toMatchObject({ name: "UnreadableResponseError", outcome: "unknown" });
    expect(client.createAppSession.isError(result.error)).toBe(true);
  });
});

describe("listing sessions", () => {
  test("goes on by the rows received, whatever the service counts", async () => {
    const { client, sent } = scripted(
      page(["a", "b", "c"], 7, true),
      page(["d"], 7, true),
      page(["e", "f", "g"], 7, false),
    );
    const sessions = await client.listAppSessions({ ...place, userReference: "u" }).toArray();
    expect(sessions.map(({ sessionId }) => sessionId)).toEqual(["a", "b", "c", "d", "e", "f", "g"]);
    expect(sent.map(({ body }) => JSON.parse(body))).toEqual([
      { userReference: "u" },
      { userReference: "u", offset: 3 },
      { userReference: "u", offset: 4 },
    ]);
  });

  test("starts where it is told to", async () => {
    const { client, sent } = scripted(page(["a"], 12, true), page(["b"], 12, false));
    await client.listAppSessions({ ...place, offset: 10 }).toArray();
    expect(sent.map(({ body }) => JSON.parse(body))).toEqual([{ offset: 10 }, { offset: 11 }]);
  });

  test.each([
    { start: "2025-02-18", end: "2025-02-17" },
    { start: "2025-02-17T00:00:00.001Z", end: "2025-02-17T00:00:00.000Z" },
  ])("refuses a range that is inverted: %o", async (date) => {
    const { client, sent } = scripted();
    const error = await client.listAppSessions.page({ ...place, date }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "ConfigurationError", field: "input.date.end", outcome: "notSent" });
    expect(sent).toEqual([]);
  });

  test.each([
    { start: "last week", end: "1/2/2025" },
    { start: "1", end: "0" },
  ])("leaves bounds of an unknown format to the service: %o", async (date) => {
    const { client, sent } = scripted(page([], 0, false));
    await client.listAppSessions({ ...place, date }).toArray();
    expect(sent).toHaveLength(1);
  });
});

test("the raw client has the same address and credential", async () => {
  const { client, sent } = scripted(page(["a"], 1, false));
  const { data } = await rawClient(client).POST("/apps/{appId}/environments/{envName}/sessions/list", {
    params: { path: { appId: "aa-1", envName: "production" } },
    body: {},
  });
  expect(data?.sessions).toHaveLength(1);
  expect(sent).toMatchObject([{ path: "/api/v2/apps/aa-1/environments/production/sessions/list" }]);
  expect(sent[0]?.headers.get("x-api-key")).toBe("kg-secret");
});

test("no failure carries the key", async () => {
  const { client } = scripted(Response.json({ message: "kg-secret is not a key" }, { status: 401 }));
  const error = await client
    .listAppSessions(place)
    .toArray()
    .catch((thrown: unknown) => thrown);
  expect(isSdkError(error)).toBe(true);
  expect(`${String(error)} ${JSON.stringify(error)} ${(error as Error).stack ?? ""}`).not.toContain("kg-secret");
});
