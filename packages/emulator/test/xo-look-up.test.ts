import { describe, expect, it } from "vitest";
import { START } from "./support/started-emulator.js";
import { startXo, type XoClient } from "./support/xo-client.js";

const NOW = Date.parse(START);
const DAY_MS = 86_400_000;

/** Ids of the first bot, the latest first. */
function someIds({ emulator }: XoClient, count: number): readonly string[] {
  const { botId } = emulator.credentials.xo;
  const own = emulator.sessions("xo").filter(({ place }) => place === botId);
  return own
    .sort((left, right) => right.startedAt - left.startedAt || (left.id < right.id ? -1 : 1))
    .slice(0, count)
    .map(({ id }) => id);
}

describe("looking XO sessions up by id", () => {
  it("ignores every other filter, however narrow or wrong the range", async () => {
    const client = startXo();
    const sessionId = someIds(client, 3);
    const { body } = await client.getSessions({
      sessionId,
      userId: "nobody",
      sessionType: "interactive",
      skip: 2,
      limit: 1,
      dateFrom: "2020-01-01",
      dateTo: "2020-12-31",
      tags: { unknown: true },
    });
    expect(body).toMatchObject({ total: 3, moreAvailable: false, invalidSessions: [] });
    expect(body.sessions.map((session: { sessionId: string }) => session.sessionId)).toEqual(sessionId);
  });

  it("ignores containmentType too, unless the option says otherwise", async () => {
    const find = async (options: object) => {
      const { getSessions, emulator } = startXo({ xo: options });
      const { sessionId } = emulator.credentials.xo;
      const { body } = await getSessions({ sessionId: [sessionId] }, { query: { containmentType: "agent" } });
      return [body.total, body.invalidSessions];
    };
    expect(await find({})).toEqual([1, []]);
    expect(await find({ containmentTypeWithIds: "applied" })).toEqual([0, []]);
  });

  it("takes 50 ids and refuses 51", async () => {
    const client = startXo();
    const ids = someIds(client, 51);
    expect((await client.getSessions({ sessionId: ids.slice(0, 50) })).body.sessions).toHaveLength(50);
    expect((await client.getSessions({ sessionId: ids })).status).toBe(400);
  });

  it("counts duplicates towards the 50 and ignores them in the answer", async () => {
    const client = startXo();
    const [id = ""] = someIds(client, 1);
    const { body } = await client.getSessions({ sessionId: [id, id, "unknown", "unknown"] });
    expect([body.total, body.sessions.length, body.invalidSessions]).toEqual([1, 1, ["unknown"]]);
    expect((await client.getSessions({ sessionId: Array.from({ length: 51 }, () => id) })).status).toBe(400);
  });

  it("does not find the sessions of other bots, and finds them account-wide", async () => {
    const { getSessions, emulator } = startXo();
    const { otherBotId, foreignBotId } = emulator.credentials.xo;
    const idOf = (botId: string) => emulator.sessions("xo").find(({ place }) => place === botId)?.id ?? "";
    const sessionId = [idOf(otherBotId), idOf(foreignBotId)];
    expect((await getSessions({ sessionId })).body.invalidSessions).toEqual(sessionId);
    expect((await getSessions({ sessionId }, { botId: null })).body).toMatchObject({
      total: 1,
      invalidSessions: [idOf(foreignBotId)],
    });
  });

  it("tells session tags for 14 days only, while a listing tells them for ever", async () => {
    const { getSessions, emulator, clock } = startXo();
    const isTagged = (wire: unknown) => (wire as { tags: { sessionTags: object[] } }).tags.sessionTags.length > 0;
    const { botId } = emulator.credentials.xo;
    const tagged = emulator
      .sessions("xo")
      .find((session) => session.place === botId && NOW - session.startedAt < DAY_MS && isTagged(session.wire));
    const find = async () => (await getSessions({ sessionId: [tagged!.id] })).body.sessions[0];
    clock.advance(14 * DAY_MS - (NOW - tagged!.startedAt));
    expect(isTagged(await find())).toBe(true);
    clock.advance(1);
    expect(isTagged(await find())).toBe(false);
    const time = new Date(tagged!.startedAt).toISOString();
    const listed = (await getSessions({ dateFrom: time, dateTo: time })).body.sessions;
    expect(listed.some(isTagged)).toBe(true);
  });

  it.each([{ sessionId: [] }, { sessionId: "6465cf6e4769ed4e822b82a1" }, { sessionId: [""] }])(
    "is refused with %j",
    async (body) => {
      expect((await startXo().getSessions(body)).status).toBe(400);
    },
  );
});
