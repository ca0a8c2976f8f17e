import { createKoreXo } from "@org/kore-xo";
import { expect, test } from "vitest";
import { createWorld, xoTruth } from "./support/world.js";

const dayMs = 86_400_000;

function start() {
  const world = createWorld();
  const { botId, clientId, clientSecret } = world.emulator.credentials.xo;
  return { world, botId, client: createKoreXo({ ...world.connection, auth: { clientId, clientSecret } }) };
}

test("bounds between two milliseconds hold to the nanosecond", async () => {
  const { world, botId, client } = start();
  const now = world.clock.now();
  const times = world.emulator
    .sessions("xo")
    .filter(({ place, startedAt }) => place === botId && startedAt < now - dayMs)
    .map(({ startedAt }) => startedAt)
    .sort((a, b) => b - a);
  const [last, first] = [times[3] as number, times[30] as number];
  /** A nanosecond after a moment. */
  const after = (ms: number): string => new Date(ms).toISOString().replace("Z", "000001Z");
  const listed = await client.listSessions({ botId, since: after(first), until: after(last) }).toArray();
  const expected = xoTruth(world, { botIds: [botId], since: first + 1, until: last + 1 });
  expect(listed.map(({ sessionId }) => sessionId)).toEqual(expected);
  expect(expected.length).toBeGreaterThan(20);
});

test("a look-up that fails half-way has not found out anything", async () => {
  const { world, botId, client } = start();
  const ids = world.emulator
    .sessions("xo")
    .filter(({ place }) => place === botId)
    .slice(0, 70)
    .map(({ id }) => id);
  world.emulator.faults.add({ operation: "getBotSessions", nth: 2, fault: { kind: "answer", status: 400 } });
  const result = await client.lookUpSessions.safe({ botId, ids });
  expect([result.ok, result.data]).toEqual([false, undefined]);
  expect(result.error).toMatchObject({ status: 400, outcome: "rejected" });
  expect((await client.lookUpSessions({ botId, ids })).sessions).toHaveLength(70);
});
