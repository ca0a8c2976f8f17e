import { describe, expect, it } from "vitest";
import { startApp, type AppClient } from "./support/app-client.js";

const { sessionId, otherEnvName } = startApp().emulator.credentials.agentPlatform;

interface Row {
  readonly sessionId: string;
  readonly createdAt: string;
}

async function listAll({ list }: AppClient, filter: object = {}): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const { body } = await list({ ...filter, offset: rows.length });
    rows.push(...body.sessions);
    if (body.pagination.hasMore !== true) return rows;
  }
}

describe("listing Agent Platform sessions", () => {
  it("gives every session of the environment once, latest created first, 20 to a page", async () => {
    const app = startApp();
    const rows = await listAll(app);
    const times = rows.map(({ createdAt }) => createdAt);
    expect((await app.list({})).body.sessions).toHaveLength(20);
    expect(rows.length).toBeGreaterThanOrEqual(100);
    expect(new Set(rows.map((row) => row.sessionId)).size).toBe(rows.length);
    expect(times).toEqual([...times].sort().toReversed());
    expect((await app.list({}, { envName: otherEnvName })).body.pagination.totalCount).toBe(25);
  });

  it("shows a session that was created at the same millisecond as another before it", async () => {
    const { createFor, list } = startApp();
    const first = (await createFor({ userReference: "u" })).body.session.sessionId;
    const second = (await createFor({ userReference: "u" })).body.session.sessionId;
    const { sessions } = (await list({})).body;
    expect(sessions.slice(0, 2).map((row: Row) => row.sessionId)).toEqual([second, first]);
  });

  it("counts matches and tells the index of the last row, from zero", async () => {
    const { list } = startApp({ agentPlatform: { pageSize: 50 } });
    const { totalCount } = (await list({})).body.pagination;
    expect((await list({ offset: 50 })).body.pagination).toEqual({ totalCount, endIndex: 99, hasMore: true });
    expect((await list({ offset: totalCount - 1 })).body.pagination).toEqual({
      totalCount,
      endIndex: totalCount - 1,
      hasMore: false,
    });
  });

  it("tells the index from one when the option says so", async () => {
    const { list } = startApp({ agentPlatform: { endIndexFrom: "one" } });
    expect((await list({})).body.pagination.endIndex).toBe(20);
  });

  it("answers beyond the last row with an empty page", async () => {
    const { body } = await startApp().list({ offset: 5000 });
    expect(body).toMatchObject({ sessions: [], pagination: { endIndex: 5000, hasMore: false } });
  });

  it("narrows by sessionId, by userReference, and by both", async () => {
    const { list } = startApp();
    const total = async (filter: object) => (await list(filter)).body.pagination.totalCount;
    expect(await total({ sessionId })).toBe(1);
    expect(await total({ userReference: "usr_1a2b3c4d5e" })).toBe(1);
    expect(await total({ sessionId, userReference: "usr_0001" })).toBe(0);
  });

  it("accepts filters and ignores them", async () => {
    const { list } = startApp();
    const filters = [{ key: "status", value: "nothing has this", operator: "equals" }];
    expect((await list({ filters })).body).toEqual((await list({})).body);
  });

  it("leaves userReference out of the rows, as the vendor's sample does", async () => {
    const [row] = (await startApp().list({})).body.sessions;
    expect(Object.keys(row ?? {})).toEqual(["sessionId", "sessionReference", "status", "userId", "createdAt"]);
  });
});

describe("the date filter of the Agent Platform", () => {
  // The sample session was created at 2025-02-17T19:07:00.070Z.
  const AT = "2025-02-17T19:07:00.070Z";
  const finds = async (date: object, options: object = {}): Promise<boolean> => {
    const { body } = await startApp({ seed: "samples", agentPlatform: options }).list({ date });
    return body.pagination.totalCount === 1;
  };

  it("includes its start and excludes its end, unless the options say otherwise", async () => {
    const [starts, ends] = [
      { start: AT, end: "2026-01-01" },
      { start: "2025-01-01", end: AT },
    ];
    expect(await finds(starts)).toBe(true);
    expect(await finds(starts, { dateStart: "exclusive" })).toBe(false);
    expect(await finds(ends)).toBe(false);
    expect(await finds(ends, { dateEnd: "inclusive" })).toBe(true);
  });

  it("reads a date without a time as the start of that day in GMT, or the end when the option says so", async () => {
    const sameDay = { start: "2025-02-17", end: "2025-02-17" };
    expect(await finds(sameDay)).toBe(false);
    expect(await finds(sameDay, { dateOnlyEnd: "end-of-day" })).toBe(true);
    expect(await finds({ start: "2025-02-18", end: "2025-02-19" })).toBe(false);
  });

  it("reads zones", async () => {
    expect(await finds({ start: "2025-02-17T20:07:00.070+01:00", end: "2025-02-18T00:00:00Z" })).toBe(true);
  });

  it.each([
    { start: "yesterday", end: "2025-02-18" },
    { start: "2025-02-17", end: "2025-02-30" },
    { start: "2025-02-17", end: "2025-02-30T10:00:00Z" },
    { start: "2025-02-17T19:07:00", end: "2025-02-18" },
    { start: "2025-02-19", end: "2025-02-18" },
  ])("is refused when it is %j", async (date) => {
    expect((await startApp().list({ date })).status).toBe(400);
  });
});
