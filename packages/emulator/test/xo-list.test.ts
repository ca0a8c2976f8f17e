import { describe, expect, it, test } from "vitest";
import { START } from "./support/started-emulator.js";
import { startXo, type XoCall, type XoClient, type XoRow } from "./support/xo-client.js";

const NOW = Date.parse(START);
const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const iso = (ms: number): string => new Date(ms).toISOString();

/** Ids of the first bot's sessions that start in the range, both ends included, by the emulator's own account. */
function truth({ emulator }: XoClient, from: number, to: number): readonly string[] {
  const { botId } = emulator.credentials.xo;
  return emulator
    .sessions("xo")
    .filter(({ place, startedAt }) => place === botId && startedAt >= from && startedAt <= to)
    .sort((left, right) => right.startedAt - left.startedAt || (left.id < right.id ? -1 : 1))
    .map(({ id }) => id);
}

describe("the range of an XO listing", () => {
  it.each([
    ["neither date: the 7 days up to now", {}, NOW - WEEK_MS, NOW],
    // Sessions were seeded at both ends of these.
    ["dateTo alone: the 7 days before it", { dateTo: iso(NOW - WEEK_MS) }, NOW - 2 * WEEK_MS, NOW - WEEK_MS],
    ["dateFrom alone: the 7 days after it", { dateFrom: iso(NOW - 2 * WEEK_MS) }, NOW - 2 * WEEK_MS, NOW - WEEK_MS],
    ["both dates", { dateFrom: iso(NOW - WEEK_MS + 1), dateTo: iso(NOW) }, NOW - WEEK_MS + 1, NOW],
    [
      "plain dates as the start of the day in GMT",
      { dateFrom: "2026-11-10", dateTo: "2026-11-12" },
      Date.UTC(2026, 10, 10),
      Date.UTC(2026, 10, 12),
    ],
    [
      "a date and a time",
      { dateFrom: "2026-11-10", dateTo: "2026-11-10T12:00:00Z" },
      Date.UTC(2026, 10, 10),
      Date.UTC(2026, 10, 10, 12),
    ],
    [
      "one moment",
      { dateFrom: iso(NOW - 3 * DAY_MS), dateTo: iso(NOW - 3 * DAY_MS) },
      NOW - 3 * DAY_MS,
      NOW - 3 * DAY_MS,
    ],
  ])("is, with %s", async (_, body, from, to) => {
    const client = startXo();
    const ids = await client.listIds(body);
    expect(ids).toEqual(truth(client, from, to));
    expect(ids.length).toBeGreaterThan(0);
  });

  it("may be exactly 7 days by default and is refused at 7 days when it is spelled out", async () => {
    const { getSessions } = startXo();
    expect((await getSessions({ dateFrom: "2026-11-01" })).status).toBe(200);
    expect((await getSessions({ dateFrom: "2026-11-01", dateTo: "2026-11-07T23:59:59.999Z" })).status).toBe(200);
    const answer = await getSessions({ dateFrom: "2026-11-01", dateTo: "2026-11-08" });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].msg).toContain("less than 7 days");
  });

  it("takes the end of the day for a plain dateTo when the option says so", async () => {
    const client = startXo({ xo: { dateOnlyTo: "end-of-day" } });
    const ids = await client.listIds({ dateFrom: "2026-11-10", dateTo: "2026-11-10" });
    expect(ids).toEqual(truth(client, Date.UTC(2026, 10, 10), Date.UTC(2026, 10, 11) - 1));
  });

  it.each(["inclusive", "exclusive"] as const)("has %s bounds by the options", async (edge) => {
    // Sessions were seeded at these moments and a millisecond to either side.
    const [from, to] = [NOW - 18 * DAY_MS, NOW - 12 * DAY_MS];
    const inset = edge === "exclusive" ? 1 : 0;
    const body = { dateFrom: iso(from), dateTo: iso(to) };
    const start = startXo({ xo: { dateFrom: edge } });
    expect(await start.listIds(body)).toEqual(truth(start, from + inset, to));
    const end = startXo({ xo: { dateTo: edge } });
    expect(await end.listIds(body)).toEqual(truth(end, from, to - inset));
    expect(truth(end, from, from).length * truth(end, to, to).length).toBeGreaterThan(0);
  });

  it.each([
    { dateFrom: "2026-11-10T00:00:00" },
    { dateFrom: "10/11/2026" },
    { dateTo: "2026-02-30" },
    { dateTo: "2026-02-30T00:00:00Z" },
    { dateFrom: "2026-11-10 T00:00:00.000Z" },
    { dateFrom: "2026-11-12", dateTo: "2026-11-11" },
  ])("is refused when it is %j", async (body) => {
    expect((await startXo().getSessions(body)).status).toBe(400);
  });
});

describe("paging an XO listing", () => {
  // 130 sessions start at this very millisecond.
  const moment = iso(NOW - 40 * DAY_MS);
  const burst = { dateFrom: moment, dateTo: moment };

  it("gives 100 rows by default, the latest start first, and counts all that match", async () => {
    const client = startXo();
    const { body } = await client.getSessions(burst);
    expect(body.sessions).toHaveLength(100);
    expect([body.total >= 130, body.moreAvailable]).toEqual([true, true]);
    const wide = await client.getSessions({});
    const starts = wide.body.sessions.map(({ start_time }: { start_time: string }) => start_time);
    expect(starts).toEqual([...starts].sort().toReversed());
  });

  it("neither repeats nor skips rows that start at the same millisecond", async () => {
    const client = startXo();
    for (const limit of [7, 100]) {
      expect(await client.listIds({ ...burst, limit })).toEqual(truth(client, Date.parse(moment), Date.parse(moment)));
    }
  });

  it("cuts a limit down to the maximum, and takes both from the options", async () => {
    const rows = async (client: XoClient, body: object) =>
      (await client.getSessions({ ...burst, ...body })).body.sessions.length;
    expect(await rows(startXo(), { limit: 10_000 })).toBe(100);
    const client = startXo({ xo: { defaultLimit: 5, maxLimit: 8 } });
    expect([await rows(client, {}), await rows(client, { limit: 100 })]).toEqual([5, 8]);
  });

  it("takes offset for skip, and skip where both are given", async () => {
    const { getSessions } = startXo();
    const first = async (body: object) =>
      (await getSessions({ ...burst, limit: 1, ...body })).body.sessions[0]?.sessionId;
    expect(await first({ offset: 5 })).toBe(await first({ skip: 5 }));
    expect(await first({ offset: 9, skip: 5 })).toBe(await first({ skip: 5 }));
    expect(await first({ skip: 5 })).not.toBe(await first({}));
  });

  it("answers beyond the last row with an empty page that is the last", async () => {
    const { body } = await startXo().getSessions({ skip: 5000 });
    expect([body.sessions, body.moreAvailable]).toEqual([[], false]);
    expect(body.total).toBeGreaterThan(0);
  });

  it.each([{ limit: 0 }, { limit: "10" }, { skip: -1 }, { page: 2 }])("is refused with %j", async (body) => {
    expect((await startXo().getSessions(body)).status).toBe(400);
  });
});

describe("an XO filter", () => {
  const all = async (body: object, call?: XoCall): Promise<readonly XoRow[]> =>
    (await startXo({ xo: { maxLimit: 10_000 } }).getSessions({ limit: 10_000, ...body }, call)).body.sessions;

  it.each(["dropOff", "selfService", "agent"])(
    "containmentType=%s keeps these and no others",
    async (containmentType) => {
      const sessions = await all({}, { query: { containmentType } });
      const expected = (await all({})).filter((session) => session.containmentType === containmentType);
      expect(sessions).toEqual(expected);
      expect(sessions.length).toBeGreaterThan(0);
    },
  );

  it.each(["interactive", "non-interactive"])("sessionType %s keeps these and no others", async (sessionType) => {
    const sessions = await all({ sessionType });
    expect(sessions).toEqual((await all({})).filter((session) => session.sessionType === sessionType));
    expect(sessions.length).toBeGreaterThan(0);
  });

  it("userId takes the platform's id and the e-mail address", async () => {
    const byEmail = await all({ userId: "user-7@example.com" });
    const userIds = new Set(byEmail.map(({ userId }) => userId));
    expect(userIds.size).toBe(1);
    expect(await all({ userId: [...userIds][0] })).toEqual(byEmail);
  });

  it("tags keeps sessions that meet every condition", async () => {
    const and = [{ name: "tier", values: ["gold", "silver"], type: "user" }];
    const sessions = await all({ tags: { and } });
    const hasTier = ({ tags }: XoRow) => tags.userTags.some(({ name }) => name === "tier");
    expect(sessions).toEqual((await all({})).filter(hasTier));
    expect(sessions.length).toBeGreaterThan(0);
    const both = await all({ tags: { and: [...and, { name: "topic", values: ["order"] }] } });
    expect(both.length).toBeLessThan(sessions.length);
    expect(await all({ tags: { and: [{ ...and[0], type: "session" }] } })).toEqual([]);
  });

  it.each([{}, { or: [] }, { and: [{ name: "tier" }] }, { and: [{ name: "tier", values: [], type: "message" }] }])(
    "tags is refused in the form %j, which nobody has shown",
    async (tags) => {
      expect((await startXo().getSessions({ tags })).status).toBe(400);
    },
  );

  it("callId finds the session of a call, on the path of a bot", async () => {
    const { getSessions } = startXo();
    expect((await getSessions({}, { query: { callId: "unknown" } })).body.total).toBe(0);
    expect((await getSessions({}, { botId: null, query: { callId: "unknown" } })).status).toBe(400);
  });

  it.each([{ containmentType: "selfservice" }, { containmenttype: "agent" }])("is refused as %j", async (query) => {
    expect((await startXo().getSessions({}, { query: query as Record<string, string> })).status).toBe(400);
  });
});

test("every XO session but an active one tells when it ended, after it began", async () => {
  const { body } = await startXo().getSessions({ limit: 100 });
  const closed = body.sessions.filter(({ sessionStatus }) => sessionStatus === "closed");
  expect(closed.length).toBeGreaterThan(10);
  for (const { start_time, end_time } of closed) {
    expect(Date.parse(end_time ?? "")).toBeGreaterThanOrEqual(Date.parse(start_time));
  }
});

describe("an active XO session", () => {
  const active = async (xo: object) => {
    const { body } = await startXo({ xo }).getSessions({ limit: 1 });
    return body.sessions[0];
  };

  it("has no containmentType and, by the option, no end_time or null", async () => {
    expect(await active({})).toMatchObject({ sessionStatus: "active" });
    expect(await active({})).not.toHaveProperty("containmentType");
    expect(await active({})).not.toHaveProperty("end_time");
    expect(await active({ activeEndTime: "null" })).toHaveProperty("end_time", null);
  });

  it("writes isDeveloper as the option says", async () => {
    expect((await active({}))?.isDeveloper).toBeTypeOf("boolean");
    expect((await active({ isDeveloper: "number" }))?.isDeveloper).toBeTypeOf("number");
  });
});
