import { createSessions, supports, type Session } from "@org/sessions";
import { koreAgentPlatform } from "@org/sessions/kore-agent-platform";
import { koreXo } from "@org/sessions/kore-xo";
import { describe, expect, test } from "vitest";
import { facadeOf, recorder, truthOf } from "./support/facade.js";
import { createWorld } from "./support/world.js";

const dayMs = 86_400_000;
const keys = ["support", "shop", "ivr"] as const;
const thrownBy = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);

/** A session without what is undefined, and without its record. */
function told(session: Session): object {
  return Object.fromEntries(Object.entries(session).filter(([name, value]) => name !== "raw" && value !== undefined));
}

describe("one session", () => {
  test("can be created where the service can, and read back under its id and its ref", async () => {
    const world = createWorld({ seed: "samples" });
    const { support, shop, all } = facadeOf(world);
    const before = { ...world.emulator.stored };
    const created = [
      await support.create(),
      await support.create({ agentVersion: "1.0" }),
      await shop.create({ user: "usr_1" }),
      await shop.create({ user: "usr_1", reference: "order-7", source: "AP" }),
      await shop.create({ sessionIdentity: [{ type: "userReference", value: "usr_2" }] }),
    ];
    expect(world.emulator.stored).toMatchObject({
      foundry: before.foundry + 2,
      agentPlatform: before.agentPlatform + 3,
    });
    for (const { ref, id, createdAt } of created) expect(await all.get(ref)).toMatchObject({ ref, id, createdAt });
    expect(created[1]?.agent?.version).toBe("1.0");
    expect((await shop.create({ reference: "order-7" })).id).toBe(created[3]?.id);
  });

  test("is got by the service's own operation, or by one that stands in and says so", async () => {
    const world = createWorld({ seed: "samples" });
    const { foundry, agentPlatform, xo } = world.emulator.credentials;
    const sessions = facadeOf(world);
    const ids = { support: foundry.sessionRid, shop: agentPlatform.sessionId, ivr: xo.sessionId };
    const operations: (string | undefined)[] = [];
    for (const key of keys) {
      expect(await sessions[key].get(ids[key])).toMatchObject({
        provider: key,
        id: ids[key],
        ref: `${key}:${ids[key]}`,
      });
      operations.push(world.emulator.log.at(-1)?.operation);
    }
    expect(operations).toEqual(["getSession", "listAppSessions", "getBotSessions"]);
    expect(keys.map((key) => sessions[key].get.derived)).toEqual([false, true, true]);
    expect(keys.map((key) => supports(sessions[key], "create"))).toEqual([true, true, false]);
    expect("create" in sessions.ivr).toBe(false);
  });

  test("that does not exist is SessionNotFound, whoever is asked and however", async () => {
    const world = createWorld();
    const { expiredSessionRid } = world.emulator.credentials.foundry;
    const sessions = facadeOf(world);
    const unknown = {
      support: ["ri.aip-agents..session.00000000-0000-4000-8000-000000000000", expiredSessionRid],
      shop: ["s-00000000-0000-4000-8000-000000000000"],
      ivr: ["ffffffffffffffffffffffff", "646f67d1aec40Q9deadbeef0"],
    };
    for (const key of keys) {
      for (const id of unknown[key]) {
        const expected = { name: "SessionNotFound", outcome: "rejected" };
        expect(await thrownBy(sessions[key].get(id))).toMatchObject(expected);
        expect((await sessions.all.get.safe(`${key}:${id}`)).error).toMatchObject(expected);
      }
    }
  });

  test("of every listing is accepted by all.get under its ref", async () => {
    const world = createWorld();
    const { all } = facadeOf(world);
    const listed = await all.list({ since: new Date(world.clock.now() - 10 * dayMs) }).toArray();
    const some = keys.flatMap((key) => listed.filter(({ provider }) => provider === key).slice(0, 3));
    expect(some).toHaveLength(9);
    for (const session of some) expect(await all.get(session.ref)).toEqual(session);
  });
});

describe("a session tells what its service tells, and nothing else", () => {
  const world = createWorld({ foundry: { defaultPageSize: 50 } });
  const { agentPlatform, foundry, xo } = world.emulator.credentials;
  const range = { since: new Date(world.clock.now() - 40 * dayMs), until: new Date(world.clock.now() + 1) };

  test("Foundry", async () => {
    type Wire = { rid: string; agentVersion: string; metadata: Record<string, string & number> };
    const { bodies, wrap } = recorder();
    const listed = await facadeOf(world, { support: wrap }).support.list().toArray();
    const wire = bodies.flatMap((body) => (body as { data: Wire[] }).data);
    expect(listed.length).toBeGreaterThan(200);
    expect(listed.map(({ raw }) => raw)).toEqual(wire);
    for (const [index, { rid, agentVersion, metadata }] of wire.entries()) {
      expect(told(listed[index] as Session)).toEqual({
        provider: "support",
        kind: "foundry-aip-agents",
        ref: `support:${rid}`,
        id: rid,
        createdAt: metadata["createdTime"],
        updatedAt: metadata["updatedTime"],
        expiresAt: metadata["estimatedExpiresTime"],
        title: metadata["title"],
        messageCount: metadata["messageCount"],
        agent: { id: foundry.agentRid, version: agentVersion },
      });
    }
  });

  test("Agent Platform", async () => {
    type Wire = Record<"sessionId" | "createdAt" | "status" | "userId", string>;
    const { bodies, wrap } = recorder();
    const listed = await facadeOf(world, { shop: wrap }).shop.list().toArray();
    const wire = bodies.flatMap((body) => (body as { sessions: Wire[] }).sessions);
    expect(listed.length).toBeGreaterThan(100);
    expect(listed.map(({ raw }) => raw)).toEqual(wire);
    for (const [index, { sessionId, createdAt, status, userId }] of wire.entries()) {
      expect(told(listed[index] as Session)).toEqual({
        provider: "shop",
        kind: "kore-agent-platform",
        ref: `shop:${sessionId}`,
        id: sessionId,
        createdAt,
        status,
        user: userId,
        agent: { id: agentPlatform.appId },
      });
    }
  });

  test("XO", async () => {
    type Tag = { name: string; value: string };
    type Wire = Record<"sessionId" | "start_time" | "channel" | "userId", string> & {
      end_time?: string;
      sessionStatus?: string;
      session_lang: string[];
      noOfMessagesExchanged: number;
      tags: { userTags: Tag[]; sessionTags: Tag[] };
    };
    const { bodies, wrap } = recorder();
    const listed = await facadeOf(world, { ivr: wrap }).ivr.list(range).toArray();
    const wire = new Map(
      bodies.flatMap((body) => (body as { sessions: Wire[] }).sessions).map((record) => [record.sessionId, record]),
    );
    expect(listed.length).toBeGreaterThan(300);
    expect(listed.some(({ endedAt }) => endedAt === undefined)).toBe(true);
    for (const session of listed) {
      const record = wire.get(session.id) as Wire;
      expect(session.raw).toEqual(record);
      expect(told(session)).toEqual({
        provider: "ivr",
        kind: "kore-xo",
        ref: `ivr:${record.sessionId}`,
        id: record.sessionId,
        createdAt: record.start_time,
        ...(record.end_time !== undefined && { endedAt: record.end_time }),
        ...(record.sessionStatus !== undefined && { status: record.sessionStatus }),
        user: record.userId,
        agent: { id: xo.botId },
        messageCount: record.noOfMessagesExchanged,
        channel: record.channel,
        languages: record.session_lang,
        tags: [
          ...record.tags.sessionTags.map((tag) => ({ ...tag, scope: "session" })),
          ...record.tags.userTags.map((tag) => ({ ...tag, scope: "user" })),
        ],
      });
    }
  });

  test("an active XO session has no end, also where the service says null", async () => {
    const nulls = createWorld({ xo: { activeEndTime: "null" } });
    const since = new Date(nulls.clock.now() - dayMs);
    const listed = await facadeOf(nulls)
      .ivr.list({ since, until: new Date(nulls.clock.now() + 1) })
      .toArray();
    const active = listed.filter(({ status }) => status === "active");
    expect(active.length).toBeGreaterThan(0);
    for (const { endedAt, raw } of active) expect([endedAt, raw.end_time]).toEqual([undefined, null]);
  });

  test("an XO record without tags has none, rather than an empty list", async () => {
    const bare = {
      total: 1,
      moreAvailable: false,
      sessions: [{ sessionId: "a", start_time: "2026-11-20T00:00:00.000Z" }],
    };
    const { ivr } = facadeOf(world, { ivr: () => async () => Response.json(bare) });
    const [session] = await ivr.list({ since: "2026-11-19" }).toArray();
    expect(told(session as Session)).toMatchObject({ id: "a", createdAt: "2026-11-20T00:00:00.000Z" });
    expect(session?.tags).toBeUndefined();
    expect(session?.raw).toEqual(bare.sessions[0]);
  });

  test("totals are told where the service counts what is listed, and only there", async () => {
    const { support, shop, ivr } = facadeOf(world);
    expect((await shop.list.page()).total).toBe((await truthOf(world, { since: 0, until: Infinity })).shop.length);
    expect((await shop.list.page(range)).total).toBeUndefined();
    expect((await support.list.page()).total).toBeUndefined();
    expect((await ivr.list.page(range)).total).toBeUndefined();
    expect((await ivr.list.page({ ids: [xo.sessionId, "ffffffffffffffffffffffff"] })).total).toBe(1);
  });
});

describe("a Foundry range", () => {
  test("is filtered exactly, and ends as soon as nothing else can be in it", async () => {
    const world = createWorld({ foundry: { defaultPageSize: 10 } });
    const until = world.clock.now() - dayMs;
    const since = until - 3 * dayMs;
    const { support } = await truthOf(world, { since, until });
    const [listedBefore, { bodies, wrap }] = [world.emulator.log.length, recorder()];
    const listed = await facadeOf(world, { support: wrap })
      .support.list({ since: new Date(since), until: new Date(until) })
      .toArray();
    expect(listed.map(({ id }) => id)).toEqual(support);
    expect(listed.length).toBeGreaterThan(15);
    expect(world.emulator.log.length - listedBefore).toBe(bodies.length);
    // Of 27 pages, those that reach back to its beginning.
    expect(bodies.length).toBeLessThan(8);
    const last = (bodies.at(-1) as { data: { metadata: { updatedTime: string } }[] }).data.at(-1);
    expect(Date.parse(last?.metadata.updatedTime ?? "")).toBeLessThan(since);
  });

  test("is resumed where a page ended, filtered pages included", async () => {
    const world = createWorld({ foundry: { defaultPageSize: 10 } });
    const until = world.clock.now() - 5 * dayMs;
    const input = { since: new Date(until - 3 * dayMs), until: new Date(until) };
    const whole = await facadeOf(world).support.list(input).toArray();
    const parts: string[] = [];
    let pages = 0;
    for (let resume: string | undefined, first = true; first || resume !== undefined; first = false, pages++) {
      const page = await facadeOf(world).support.list.page(input, { resume });
      parts.push(...page.items.map(({ id }) => id));
      resume = page.next;
    }
    expect(parts).toEqual(whole.map(({ id }) => id));
    expect(pages).toBeGreaterThan(4);
  });
});

describe("an app that needs authorization", () => {
  test("says what the user has to visit, keeps the whole answer, and nothing once it was visited", async () => {
    const world = createWorld({ seed: "samples" });
    const { authorizingAppId: appId, authorizingApiKey: apiKey, envName } = world.emulator.credentials.agentPlatform;
    const { bodies, wrap } = recorder();
    const { shop } = createSessions({
      shop: koreAgentPlatform({
        ...world.connection,
        fetch: wrap(world.emulator.fetch),
        auth: { apiKey },
        appId,
        envName,
      }),
    });
    const created = await shop.create({ user: "usr_9" });
    const [profile] = created.pendingAuthorization ?? [];
    expect(created.pendingAuthorization).toEqual([
      {
        url: expect.stringMatching(/^http:\/\/localhost\/r\/[0-9a-f]{24}$/),
        idpName: "Google",
        ssoType: "oauth2",
        isAuthorized: false,
      },
    ]);
    expect(created.raw).toEqual(bodies[0]);
    expect(created).toMatchObject({ status: "idle", user: "usr_9", agent: { id: appId } });
    expect(created.createdAt).toBeUndefined();
    expect((await shop.get(created.id)).createdAt).toBeDefined();
    expect((await world.emulator.fetch(profile?.url ?? "")).status).toBe(200);
    const again = await shop.create({ user: "usr_9" });
    expect("pendingAuthorization" in again).toBe(false);
    expect(again.createdAt).toBeDefined();
  });
});

describe("XO through the facade", () => {
  test("lists by ids on one page, in their order", async () => {
    const world = createWorld();
    const { xo } = world.emulator.credentials;
    const ids = world.emulator
      .sessions("xo")
      .filter(({ place }) => place === xo.botId)
      .slice(100, 160)
      .map(({ id }) => id);
    const pages: string[][] = [];
    for await (const { items } of facadeOf(world)
      .ivr.list({ ids: [...ids, "f".repeat(24)] })
      .pages()) {
      pages.push(items.map(({ id }) => id));
    }
    expect(pages).toEqual([ids]);
  });

  test("lists all bots of an account where no bot was named", async () => {
    const world = createWorld();
    const { accountClientId, accountClientSecret, botId, otherBotId } = world.emulator.credentials.xo;
    const auth = { clientId: accountClientId, clientSecret: accountClientSecret };
    const { ivr } = createSessions({ ivr: koreXo({ ...world.connection, auth }) });
    const listed = await ivr.list({ since: new Date(world.clock.now() - 10 * dayMs) }).toArray();
    const agents = new Set(listed.map(({ agent }) => agent?.id));
    expect(agents).toContain(botId);
    expect(agents).toContain(otherBotId);
    expect(await ivr.get(listed[0]?.id ?? "")).toEqual(listed[0]);
  });

  test.each(["dropOff", "selfService", "agent"] as const)("filters by containment type %s", async (containmentType) => {
    const world = createWorld();
    const since = new Date(world.clock.now() - 30 * dayMs);
    const { ivr } = facadeOf(world);
    const [all, filtered] = [await ivr.list({ since }).toArray(), await ivr.list({ since, containmentType }).toArray()];
    expect(filtered).toEqual(all.filter(({ raw }) => raw.containmentType === containmentType));
    expect(filtered.length).toBeGreaterThan(0);
  });
});
