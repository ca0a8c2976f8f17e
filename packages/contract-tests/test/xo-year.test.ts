import type { XoOptions } from "@org/emulator";
import { createKoreXo, type KoreXo } from "@org/kore-xo";
import { createSessions } from "@org/sessions";
import { koreXo } from "@org/sessions/kore-xo";
import { describe, expect, test } from "vitest";
import { combinations, createWorld, xoTruth, type World } from "./support/world.js";

const dayMs = 86_400_000;
const yearMs = 365 * dayMs;

const edgeNames = ["inclusive", "exclusive"] as const;

/** Every option of the emulator that touches what a listing gives, and how. */
const edges = combinations<XoOptions>({
  dateFrom: edgeNames,
  dateTo: edgeNames,
  dateOnlyTo: ["start-of-day", "end-of-day"],
  activeEndTime: ["absent", "null"],
  isDeveloper: ["boolean", "number"],
  maxLimit: [100, 23, 1000],
});

/** Those that touch who may ask, and how refusals look: one after the other, over all of the above. */
const manners = combinations<XoOptions>({
  defaultLimit: [100, 7],
  retryAfter: [false, true],
  accountAppsOnBotPaths: ["refused", "allowed"],
  containmentTypeWithIds: ["ignored", "applied"],
});

function signIn({ connection, emulator }: World): KoreXo {
  const { clientId, clientSecret } = emulator.credentials.xo;
  return createKoreXo({ ...connection, auth: { clientId, clientSecret } });
}

/** The most requests that the emulator saw in any minute and in any hour. */
function busiest({ emulator }: World): { minute: number; hour: number } {
  const times = emulator.log.filter(({ api }) => api === "xo").map(({ at }) => at);
  const most = (windowMs: number): number =>
    Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length));
  return { minute: most(60_000), hour: most(3_600_000) };
}

const range = (since: number, until: number): { since: Date; until: Date } => ({
  since: new Date(since),
  until: new Date(until),
});
const idsOf = (sessions: readonly { sessionId: string }[]): string[] => sessions.map(({ sessionId }) => sessionId);
const statuses = ({ emulator }: World): number[] => [...new Set(emulator.log.map(({ status }) => status))];

describe("a year of sessions", () => {
  test("is what small windows, read by hand and without limits, add up to", async () => {
    const world = createWorld({ xo: { requestsPerMinute: Infinity, requestsPerHour: Infinity } });
    const { fetch } = world.emulator;
    const { botId, token } = world.emulator.credentials.xo;
    const until = world.clock.now();
    const since = until - yearMs;
    const ids: string[] = [];
    for (let from = since; from < until; from += dayMs / 2) {
      for (let skip = 0, more = true; more;) {
        const [dateFrom, dateTo] = [from, from + dayMs / 2 - 1].map((ms) => new Date(ms).toISOString());
        const response = await fetch(`http://localhost/api/public/bot/${botId}/getSessions`, {
          method: "POST",
          headers: { auth: token, "content-type": "application/json" },
          body: JSON.stringify({ dateFrom, dateTo, skip }),
        });
        const body = (await response.json()) as { sessions: { sessionId: string }[]; moreAvailable: boolean };
        ids.push(...body.sessions.map(({ sessionId }) => sessionId));
        skip += body.sessions.length;
        more = body.moreAvailable;
      }
    }
    const truth = xoTruth(world, { botIds: [botId], since, until });
    expect(truth.length).toBeGreaterThan(3000);
    expect(ids.toSorted()).toEqual(truth.toSorted());
  });

  test.each(edges.map((edge, index) => ({ ...edge, ...manners[index % manners.length] })))(
    "comes whole, each session once, latest first, and within the rate limits: %o",
    async (xo) => {
      const world = createWorld({ xo });
      const { botId } = world.emulator.credentials.xo;
      const until = world.clock.now();
      const since = until - yearMs;
      const ids: string[] = [];
      for await (const { sessionId } of signIn(world).listSessions({ botId, ...range(since, until) })) {
        ids.push(sessionId);
      }
      expect(ids).toEqual(xoTruth(world, { botIds: [botId], since, until }));
      expect(statuses(world)).toEqual([200]);
      expect(busiest(world)).toMatchObject({ minute: 60 });
      expect(world.clock.now() - until).toBeGreaterThan(60_000);
    },
  );

  test.each(combinations<XoOptions>({ dateFrom: edgeNames, dateTo: edgeNames, maxLimit: [100, 23] }))(
    "comes whole through the facade: %o",
    async (xo) => {
      const world = createWorld({ xo });
      const { botId, clientId, clientSecret } = world.emulator.credentials.xo;
      const until = world.clock.now();
      const since = until - yearMs;
      const sessions = createSessions({
        ivr: koreXo({ ...world.connection, auth: { clientId, clientSecret }, botId }),
      });
      const listed = await sessions.ivr.list(range(since, until)).toArray();
      expect(listed.map(({ id }) => id)).toEqual(xoTruth(world, { botIds: [botId], since, until }));
      expect(statuses(world)).toEqual([200]);
    },
  );

  test("ends now unless told otherwise, and now is not in it", async () => {
    const world = createWorld();
    const { botId } = world.emulator.credentials.xo;
    const now = world.clock.now();
    const since = now - dayMs;
    const expected = xoTruth(world, { botIds: [botId], since, until: now });
    const client = signIn(world);
    expect(idsOf(await client.listSessions({ botId, since: new Date(since) }).toArray())).toEqual(expected);
    const withNow = await client.listSessions({ botId, ...range(since, now + 1) }).toArray();
    expect(idsOf(withNow)).toEqual(xoTruth(world, { botIds: [botId], since, until: now + 1 }));
    expect(withNow.length).toBeGreaterThan(expected.length);
  });

  test("of all bots of an account holds theirs and nobody else's", async () => {
    const world = createWorld();
    const { accountClientId, accountClientSecret, foreignBotId } = world.emulator.credentials.xo;
    const until = world.clock.now();
    const since = until - yearMs;
    const client = createKoreXo({
      ...world.connection,
      auth: { clientId: accountClientId, clientSecret: accountClientSecret },
    });
    const botIds = [...new Set(world.emulator.sessions("xo").map(({ place }) => place))].filter(
      (id) => id !== foreignBotId,
    );
    const ids = idsOf(await client.listSessions(range(since, until)).toArray());
    expect(ids).toEqual(xoTruth(world, { botIds, since, until }));
    expect(botIds.length).toBeGreaterThan(1);
    expect(statuses(world)).toEqual([200]);
  });

  test("goes on from any of its pages in another client, however late", async () => {
    const world = createWorld({ xo: { maxLimit: 37 } });
    const { botId } = world.emulator.credentials.xo;
    const until = world.clock.now();
    // Without `until`, so that the frozen end must come out of the token.
    const input = { botId, since: new Date(until - 45 * dayMs) };
    const truth = xoTruth(world, { botIds: [botId], since: until - 45 * dayMs, until });
    const pages: { ids: string[]; next: string | undefined }[] = [];
    for await (const { items, next } of signIn(world).listSessions(input).pages()) {
      pages.push({ ids: idsOf(items), next });
    }
    expect(pages.flatMap(({ ids }) => ids)).toEqual(truth);
    expect(pages.length).toBeGreaterThan(15);
    let read = 0;
    for (const { ids, next } of pages) {
      read += ids.length;
      await world.clock.sleep(3_600_000);
      if (next === undefined) continue;
      const rest: string[] = [];
      const fresh = signIn(world).listSessions.safe(input, { resume: next });
      for await (const result of fresh) if (result.ok) rest.push(...idsOf(result.data.items));
      expect(rest).toEqual(truth.slice(read));
    }
    expect(read).toBe(truth.length);
  });

  test("is within its limits also where each token may be used once", async () => {
    const world = createWorld({ xo: { enforceJti: true } });
    const { botId } = world.emulator.credentials.xo;
    const until = world.clock.now();
    const since = until - 60 * dayMs;
    const ids = idsOf(
      await signIn(world)
        .listSessions({ botId, ...range(since, until) })
        .toArray(),
    );
    expect(ids).toEqual(xoTruth(world, { botIds: [botId], since, until }));
    expect(statuses(world)).not.toContain(429);
  });

  test("that uses up an hour's requests says when to go on, or goes on if somebody is told", async () => {
    const world = createWorld({ xo: { maxLimit: 2 } });
    const { botId } = world.emulator.credentials.xo;
    const until = world.clock.now();
    const since = until - 400 * dayMs;
    const input = { botId, ...range(since, until) };
    const client = signIn(world);
    const ids: string[] = [];
    let next: string | undefined;
    let problem: unknown;
    for await (const result of client.listSessions.safe(input)) {
      if (!result.ok) problem = result.error;
      else {
        ids.push(...idsOf(result.data.items));
        next = result.data.next;
      }
    }
    expect(problem).toMatchObject({ name: "RateLimited", limitedBy: "client", outcome: "notSent" });
    expect((problem as { retryAt: number }).retryAt - world.clock.now()).toBeGreaterThan(60_000);
    expect(client.listSessions.isError(problem)).toBe(true);
    const waits: number[] = [];
    const rest = client.listSessions.safe(input, { resume: next, onWait: ({ waitMs }) => waits.push(waitMs) });
    for await (const result of rest) if (result.ok) ids.push(...idsOf(result.data.items));
    expect(ids).toEqual(xoTruth(world, { botIds: [botId], since, until }));
    expect(Math.max(...waits)).toBeGreaterThan(600_000);
    expect(statuses(world)).toEqual([200]);
    expect(busiest(world)).toEqual({ minute: 60, hour: 1800 });
  });
});

describe("a filter", () => {
  const world = createWorld();
  const { botId } = world.emulator.credentials.xo;
  const until = world.clock.now();
  const since = until - 200 * dayMs;
  const [first] = world.emulator
    .sessions("xo")
    .filter(({ place, startedAt }) => place === botId && startedAt > since)
    .map(({ wire }) => wire as { userId: string });

  test.each([
    ...(["dropOff", "selfService", "agent"] as const).map((containmentType) => ({ containmentType })),
    ...(["interactive", "non-interactive"] as const).map((sessionType) => ({ sessionType })),
    { userId: first?.userId },
    { containmentType: "agent", sessionType: "interactive" } as const,
  ])("gives what it names and leaves out the rest: %o", async (filter) => {
    const listed = await signIn(world)
      .listSessions({ botId, ...range(since, until), ...filter })
      .toArray();
    const where = ({ wire }: { wire: Readonly<Record<string, unknown>> }): boolean =>
      Object.entries(filter).every(([name, value]) => wire[name] === value);
    expect(idsOf(listed)).toEqual(xoTruth(world, { botIds: [botId], since, until, where }));
    expect(listed.length).toBeGreaterThan(0);
  });

  test("by tags does so too", async () => {
    const tags = { and: [{ name: "tier", values: ["gold"], type: "user" }] };
    const listed = await signIn(world)
      .listSessions({ botId, ...range(since, until), tags })
      .toArray();
    const where = ({ wire }: { wire: Readonly<Record<string, unknown>> }): boolean =>
      (wire["tags"] as { userTags: { name: string; value: string }[] }).userTags.some(
        ({ name, value }) => name === "tier" && value === "gold",
      );
    expect(idsOf(listed)).toEqual(xoTruth(world, { botIds: [botId], since, until, where }));
    expect(listed.length).toBeGreaterThan(0);
  });
});

describe.each(["ignored", "applied"] as const)("a look-up, containmentType with ids being %s,", (rule) => {
  test("of 120 ids takes three requests, keeps their order, and names the invalid ones", async () => {
    const world = createWorld({ xo: { containmentTypeWithIds: rule } });
    const { botId, otherBotId } = world.emulator.credentials.xo;
    const known = (bot: string): string[] =>
      world.emulator
        .sessions("xo")
        .filter(({ place }) => place === bot)
        .map(({ id }) => id);
    // A stride that shuffles; of the others, one is another bot's and one no id at all.
    const own = known(botId);
    const valid = Array.from({ length: 117 }, (_, index) => own[(index * 911) % 2999] as string);
    const invalid = [known(otherBotId)[0] as string, "646f67d1aec40Q9deadbeef0", "ffffffffffffffffffffffff"];
    const ids = [...valid.slice(0, 40), ...invalid.slice(0, 2), ...valid.slice(40), ...invalid.slice(2)];
    expect(new Set(ids).size).toBe(120);
    const found = await signIn(world).lookUpSessions({ botId, ids: [...ids, ...ids.slice(10, 70)] });
    expect(idsOf(found.sessions)).toEqual(valid);
    expect(found.invalidIds).toEqual(invalid);
    expect(world.emulator.log).toHaveLength(3);
  });
});
