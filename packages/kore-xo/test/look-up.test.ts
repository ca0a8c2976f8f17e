import { expect, test } from "vitest";
import { answers, clientOf } from "./support/xo-service.js";

const ids = (count: number, prefix = "s"): string[] => Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const found = (...names: string[]): object[] =>
  names.map((sessionId) => ({ sessionId, start_time: "2026-06-01T00:00:00Z" }));
const whole = (names: readonly string[], invalidSessions: readonly string[] = []): object => ({
  total: names.length,
  moreAvailable: false,
  sessions: found(...names.toReversed()),
  invalidSessions,
});

test("ids are asked for 50 at a time, each once, and come back in their order", async () => {
  const wanted = ids(120);
  const { fetch, asked } = answers(
    whole(wanted.slice(0, 50)),
    whole(wanted.slice(50, 100)),
    whole(wanted.slice(100, 119), ["s119"]),
  );
  const result = await clientOf(fetch).lookUpSessions({ botId: "st-1", ids: [...wanted, ...wanted] });
  expect(asked.map(({ sessionId }) => sessionId)).toEqual([
    wanted.slice(0, 50),
    wanted.slice(50, 100),
    wanted.slice(100),
  ]);
  expect(result.sessions.map(({ sessionId }) => sessionId)).toEqual(wanted.slice(0, 119));
  expect(result.invalidIds).toEqual(["s119"]);
});

test("ids that an answer leaves out are asked for again as long as that helps, and are invalid then", async () => {
  const { fetch, asked } = answers(
    { total: 3, moreAvailable: true, sessions: found("s0") },
    { total: 2, moreAvailable: true, sessions: found("s2") },
    { total: 0, moreAvailable: false, sessions: [] },
  );
  const result = await clientOf(fetch).lookUpSessions({ ids: ids(3) });
  expect(asked.map(({ sessionId }) => sessionId)).toEqual([["s0", "s1", "s2"], ["s1", "s2"], ["s1"]]);
  expect(result.sessions.map(({ sessionId }) => sessionId)).toEqual(["s0", "s2"]);
  expect(result.invalidIds).toEqual(["s1"]);
});

test.each([true, "true"])(
  "ids of which nothing is told although more follow (%s) are not called invalid",
  async (moreAvailable) => {
    const { fetch } = answers({ total: 3, moreAvailable, sessions: [] } as never);
    const { error } = await clientOf(fetch).lookUpSessions.safe({ ids: ids(3) });
    expect(error).toMatchObject({ name: "PaginationError", reason: "no-progress" });
  },
);

test.each([{ sessions: [null] }, { sessions: "x" }, { sessions: [], invalidSessions: {} }])(
  "an answer like %j is unreadable, not a crash",
  async (answer) => {
    const { fetch } = answers({ total: 1, moreAvailable: false, ...answer } as never);
    const { error } = await clientOf(fetch).lookUpSessions.safe({ ids: ids(1) });
    expect(error).toMatchObject({ name: "UnreadableResponseError", reason: "unexpected-content" });
  },
);

test("a failure of one batch fails the look-up, as an error of its own", async () => {
  let sent = 0;
  const client = clientOf(async () =>
    sent++ === 0 ? Response.json(whole(ids(50))) : Response.json({ errors: [{ msg: "no" }] }, { status: 401 }),
  );
  const result = await client.lookUpSessions.safe({ botId: "st-1", ids: ids(70) });
  expect(result.ok).toBe(false);
  expect(client.lookUpSessions.isError(result.error) && result.error.name).toBe("Unauthorized");
});
