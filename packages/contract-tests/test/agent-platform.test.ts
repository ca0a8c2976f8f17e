import type { AgentPlatformOptions } from "@org/emulator";
import { createKoreAgentPlatform, type KoreAgentPlatform } from "@org/kore-agent-platform";
import { describe, expect, test } from "vitest";
import { facadeOf, truthOf } from "./support/facade.js";
import { combinations, createWorld, type World } from "./support/world.js";

const dayMs = 86_400_000;

function clientOf({ connection, emulator }: World): {
  client: KoreAgentPlatform;
  place: { appId: string; envName: string };
} {
  const { apiKey, appId, envName } = emulator.credentials.agentPlatform;
  return { client: createKoreAgentPlatform({ ...connection, auth: { apiKey } }), place: { appId, envName } };
}

describe("a range", () => {
  test.each(
    combinations<AgentPlatformOptions>({
      dateStart: ["inclusive", "exclusive"],
      dateEnd: ["inclusive", "exclusive"],
      dateOnlyEnd: ["start-of-day", "end-of-day"],
      endIndexFrom: ["zero", "one"],
      edition: ["first", "latest"],
      pageSize: [20, 3],
    }),
  )(
    "holds the sessions from its beginning up to its end, whatever the service makes of bounds: %o",
    async (options) => {
      const world = createWorld({ agentPlatform: options });
      const { appId, envName } = world.emulator.credentials.agentPlatform;
      const times = world.emulator
        .sessions("agent-platform")
        .filter(({ place }) => place === `${appId}/${envName}`)
        .map(({ startedAt }) => startedAt)
        .sort((a, b) => a - b);
      // Both bounds are times at which a session was created.
      const [since, until] = [times[40] as number, times[90] as number];
      const { shop } = await truthOf(world, { since, until });
      const listed = await facadeOf(world)
        .shop.list({ since: new Date(since), until: new Date(until) })
        .toArray();
      expect(listed.map(({ id }) => id).toSorted()).toEqual(shop.toSorted());
      expect(listed).toHaveLength(50);
    },
  );

  test.each([
    ["since", { since: new Date(0) }],
    ["until", { until: new Date("9000-01-01") }],
  ])("may have %s alone", async (_, range) => {
    const world = createWorld();
    const { shop } = await truthOf(world, { since: 0, until: Infinity });
    const listed = await facadeOf(world).shop.list(range).toArray();
    expect(listed.map(({ id }) => id).toSorted()).toEqual(shop.toSorted());
  });
});

describe("a listing", () => {
  test.each([1, 3, 20, 1000])("has every session once with %i rows on a page", async (pageSize) => {
    const world = createWorld({ agentPlatform: { pageSize } });
    const { client, place } = clientOf(world);
    const listed = await client.listAppSessions(place).toArray();
    const { shop } = await truthOf(world, { since: 0, until: Infinity });
    expect(listed.map(({ sessionId }) => sessionId).toSorted()).toEqual(shop.toSorted());
  });

  test("of one user has that user's sessions, reserved filters or not", async () => {
    const world = createWorld();
    const { client, place } = clientOf(world);
    const userReference = "usr_1a2b3c4d5e";
    const filters = [{ key: "status", value: "busy", operator: "equals" }];
    const listed = await client.listAppSessions({ ...place, userReference, filters }).toArray();
    expect(listed.map(({ sessionId }) => sessionId)).toContain(world.emulator.credentials.agentPlatform.sessionId);
    expect(new Set(listed.map(({ userId }) => userId)).size).toBe(1);
    const throughFacade = await facadeOf(world).shop.list({ user: userReference, filters }).toArray();
    expect(throughFacade.map(({ raw }) => raw)).toEqual(listed);
  });
});

describe("creating", () => {
  test.each(
    combinations<AgentPlatformOptions>({
      edition: ["first", "latest"],
      unsetSessionReference: ["null", "user-reference"],
      identityPriority: ["session-id-first", "user-reference-first"],
    }),
  )("finds by reference, and always creates for a user: %o", async (options) => {
    const world = createWorld({ seed: "none", agentPlatform: options });
    const { client, place } = clientOf(world);
    const create = async (...sessionIdentity: { type: string; value: string }[]): Promise<string> => {
      const created = await client.createAppSession({ ...place, sessionIdentity });
      expect(created).toMatchObject({ kind: "ready", pendingAuthorization: [] });
      return created.session.sessionId;
    };
    const first = await create({ type: "sessionReference", value: "r" });
    expect(await create({ type: "sessionReference", value: "r" })).toBe(first);
    expect(await create({ type: "sessionId", value: first })).toBe(first);
    expect(await create({ type: "sessionIdentity", value: first })).toBe(first);
    const [one, other] = [
      await create({ type: "userReference", value: "u" }),
      await create({ type: "userReference", value: "u" }),
    ];
    expect(other).not.toBe(one);
    expect(world.emulator.stored.agentPlatform).toBe(3);
  });

  test("under another user's reference is a Conflict", async () => {
    const world = createWorld({ seed: "none" });
    const { client, place } = clientOf(world);
    const reference = { type: "sessionReference", value: "r" };
    await client.createAppSession({ ...place, sessionIdentity: [reference, { type: "userReference", value: "u" }] });
    const result = await client.createAppSession.safe({
      ...place,
      sessionIdentity: [reference, { type: "userReference", value: "someone else" }],
    });
    expect(result.error).toMatchObject({ name: "Conflict", status: 409, outcome: "rejected" });
    expect(world.emulator.stored.agentPlatform).toBe(1);
  });

  test("and listing are refused to a key without the permission", async () => {
    const world = createWorld();
    const { createOnlyApiKey, listOnlyApiKey } = world.emulator.credentials.agentPlatform;
    const { place } = clientOf(world);
    const as = (apiKey: string): KoreAgentPlatform =>
      createKoreAgentPlatform({ ...world.connection, auth: { apiKey } });
    const sessionIdentity = [{ type: "userReference", value: "u" }];
    const refusals = [
      await as(listOnlyApiKey).createAppSession.safe({ ...place, sessionIdentity }),
      await as("kg-unknown").createAppSession.safe({ ...place, sessionIdentity }),
    ];
    expect(refusals.map(({ error }) => error?.name)).toEqual(["Forbidden", "Unauthorized"]);
    const listing = await as(createOnlyApiKey)
      .listAppSessions.page(place)
      .catch((error: unknown) => error);
    expect(listing).toMatchObject({ name: "Forbidden" });
    expect(
      await as(listOnlyApiKey)
        .listAppSessions({
          ...place,
          date: { start: "2020-01-01", end: new Date(world.clock.now() + dayMs).toISOString() },
        })
        .toArray(),
    ).not.toHaveLength(0);
  });
});
