import { ProvidersFailedError } from "@org/sessions";
import { describe, expect, test } from "vitest";
import { breakAfter, counter, facadeOf, truthOf } from "./support/facade.js";
import { createWorld, type Fetch } from "./support/world.js";

const dayMs = 86_400_000;
/** Small pages, so that every provider has many. */
const smallPages = { foundry: { defaultPageSize: 10 }, agentPlatform: { pageSize: 7 }, xo: { maxLimit: 20 } };
const keys = ["support", "shop", "ivr"] as const;
type Key = (typeof keys)[number];

const refsOf = (truth: Readonly<Record<Key, readonly string[]>>): string[] =>
  keys.flatMap((key) => truth[key].map((id) => `${key}:${id}`)).toSorted();
const sortedRefs = (sessions: readonly { readonly ref: string }[]): string[] =>
  sessions.map(({ ref }) => ref).toSorted();
const thrownBy = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);
const range = (since: number, until: number): { since: Date; until: Date } => ({
  since: new Date(since),
  until: new Date(until),
});

function start() {
  const world = createWorld(smallPages);
  const until = world.clock.now();
  return { world, since: until - 20 * dayMs, until };
}

describe("three providers", () => {
  test("give every session of all of them, once, each provider in its own order", async () => {
    const { world, since, until } = start();
    const truth = await truthOf(world, { since, until });
    const listed = await facadeOf(world).all.list(range(since, until)).toArray();
    expect(sortedRefs(listed)).toEqual(refsOf(truth));
    for (const key of keys) {
      expect(truth[key].length).toBeGreaterThan(30);
      const alone = await facadeOf(world)[key].list(range(since, until)).toArray();
      expect(listed.filter(({ provider }) => provider === key)).toEqual(alone);
    }
  });

  test("give pages that say whose they are", async () => {
    const { world, since, until } = start();
    const providers = new Set<string>();
    for await (const { provider, items } of facadeOf(world).all.list(range(since, until)).pages()) {
      for (const session of items) expect(session.provider).toBe(provider);
      providers.add(provider);
    }
    expect(providers).toEqual(new Set(keys));
  });

  test.each([
    ["createdAt", (a: number, b: number) => a <= b],
    ["-createdAt", (a: number, b: number) => a >= b],
  ] as const)("sorted by %s are in one order, and none is missing", async (sort, inOrder) => {
    const { world, since, until } = start();
    const listed = await facadeOf(world).all.list(range(since, until)).toArray({ sort });
    const times = listed.map(({ createdAt }) => Date.parse(createdAt ?? ""));
    expect(times.every((time, index) => index === 0 || inOrder(times[index - 1] as number, time))).toBe(true);
    expect(sortedRefs(listed)).toEqual(refsOf(await truthOf(world, { since, until })));
    expect(listed.slice(0, -1).some(({ provider }, index) => provider !== listed[index + 1]?.provider)).toBe(true);
  });

  test("exceed max rather than being cut off", async () => {
    const { world, since, until } = start();
    const { length } = refsOf(await truthOf(world, { since, until }));
    const listing = facadeOf(world).all.list(range(since, until));
    expect(await listing.toArray({ max: length })).toHaveLength(length);
    expect(await thrownBy(listing.toArray({ max: length - 1 }))).toMatchObject({
      name: "PaginationError",
      reason: "max-exceeded",
    });
  });

  test("do not wait for one that is slow", async () => {
    const { world, since, until } = start();
    const truth = await truthOf(world, { since, until });
    let release = (): void => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    const slow =
      (fetch: Fetch): Fetch =>
      async (input, init) =>
        gate.then(() => fetch(input, init));
    const refs: string[] = [];
    for await (const { ref } of facadeOf(world, { shop: slow }).all.list(range(since, until))) {
      refs.push(ref);
      // Only now that everything of the others has come does the slow one answer at all.
      if (refs.length === truth.support.length + truth.ivr.length) {
        expect(refs.some((name) => name.startsWith("shop:"))).toBe(false);
        release();
      }
    }
    expect(refs.toSorted()).toEqual(refsOf(truth));
  });
});

describe.each(keys)("when %s fails", (broken) => {
  const others = keys.filter((key) => key !== broken);

  test.each([
    ["at once", 0],
    ["half-way", 2],
  ])("%s, the others' sessions all arrive, and the failure is named", async (_, requests) => {
    const { world, since, until } = start();
    const truth = await truthOf(world, { since, until });
    const listing = facadeOf(world, { [broken]: breakAfter(requests) }).all.list(range(since, until));
    const refs: string[] = [];
    const error = await thrownBy(
      (async () => {
        for await (const { ref } of listing) refs.push(ref);
      })(),
    );
    for (const key of others) {
      expect(refs.filter((ref) => ref.startsWith(`${key}:`)).toSorted()).toEqual(
        truth[key].map((id) => `${key}:${id}`).toSorted(),
      );
    }
    const own = refs.filter((ref) => ref.startsWith(`${broken}:`));
    expect(own.length).toBeLessThan(truth[broken].length);
    expect(own.length > 0).toBe(requests > 0);
    expect(listing.failures).toMatchObject([
      { provider: broken, error: { name: "ConnectionError", code: "ECONNRESET" } },
    ]);
    expect(listing.failures[0]?.error.attempts).toHaveLength(3);
    expect(error).toBeInstanceOf(AggregateError);
    expect(error).toMatchObject({ name: "ProvidersFailedError", failures: listing.failures });
    expect((error as Error).message).toContain(`1 of 3 providers failed (${broken}: `);
  });

  test("and somebody asked to be told, the listing ends quietly", async () => {
    const { world, since, until } = start();
    const told: string[] = [];
    const listing = facadeOf(world, { [broken]: breakAfter(2) }).all.list(range(since, until), {
      onProviderError: ({ provider, error }) => told.push(`${provider}: ${error.name}`),
    });
    const listed = await listing.toArray();
    expect(told).toEqual([`${broken}: ConnectionError`]);
    expect(new Set(listed.map(({ provider }) => provider))).toEqual(new Set(keys));
  });

  test("toArray keeps what the others gave, sorted as it was asked for", async () => {
    const { world, since, until } = start();
    const truth = await truthOf(world, { since, until });
    const { all } = facadeOf(world, { [broken]: breakAfter(0) });
    const error = (await thrownBy(
      all.list(range(since, until)).toArray({ sort: "createdAt" }),
    )) as ProvidersFailedError;
    expect(error).toBeInstanceOf(ProvidersFailedError);
    expect(sortedRefs(error.sessions ?? [])).toEqual(refsOf({ ...truth, [broken]: [] }));
    const times = (error.sessions ?? []).map(({ createdAt }) => Date.parse(createdAt ?? ""));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

test("when all fail, each is named", async () => {
  const { world, since, until } = start();
  const breakNow = breakAfter(0);
  const { all } = facadeOf(world, { support: breakNow, shop: breakNow, ivr: breakNow });
  const error = (await thrownBy(all.list(range(since, until)).toArray())) as ProvidersFailedError;
  expect(error.failures.map(({ provider }) => provider).toSorted()).toEqual(keys.toSorted());
  expect(error.sessions).toEqual([]);
});

test("a refusal of one service keeps its name in the failure", async () => {
  const { world, since, until } = start();
  const denied = (): Fetch => async () => Response.json({ errors: [{ msg: "No scope" }] }, { status: 403 });
  const listing = facadeOf(world, { ivr: denied }).all.list(range(since, until), { onProviderError: () => {} });
  await listing.toArray();
  expect(listing.failures).toMatchObject([{ provider: "ivr", error: { name: "Forbidden", status: 403 } }]);
});

describe("ending early", () => {
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
  };
  const counted = () => {
    const { count, wrap } = counter();
    const { world, since, until } = start();
    const sessions = facadeOf(world, { support: wrap, shop: wrap, ivr: wrap });
    return { count, sessions, input: range(since, until) };
  };

  test.each([1, 40])("by a break after %i sessions sends nothing more", async (enough) => {
    const { count, sessions, input } = counted();
    let taken = 0;
    for await (const _ of sessions.all.list(input)) if (++taken === enough) break;
    const sent = count();
    await settle();
    expect(count()).toBe(sent);
    expect(sent).toBeLessThan(enough + 6);
  });

  test("by the caller's signal sends nothing more and is an AbortError, nobody's failure", async () => {
    const { count, sessions, input } = counted();
    const controller = new AbortController();
    const listing = sessions.all.list(input, { signal: controller.signal });
    let taken = 0;
    const error = await thrownBy(
      (async () => {
        for await (const _ of listing) if (++taken === 30) controller.abort(new Error("enough"));
      })(),
    );
    const sent = count();
    await settle();
    expect(error).toMatchObject({ name: "AbortError", cause: { message: "enough" } });
    expect(listing.failures).toEqual([]);
    expect(count()).toBe(sent);
  });

  test("of one provider's listing sends nothing more either", async () => {
    const { count, sessions, input } = counted();
    for (const key of keys) {
      const before = count();
      for await (const _ of sessions[key].list(input)) break;
      await settle();
      expect(count()).toBe(before + 1);
    }
  });

  test("by a signal that was aborted before sends nothing at all", async () => {
    const { count, sessions, input } = counted();
    const signal = AbortSignal.abort(new Error("never mind"));
    expect(await thrownBy(sessions.all.list(input, { signal }).toArray())).toMatchObject({ name: "AbortError" });
    for (const key of keys) {
      expect(await thrownBy(sessions[key].list(input, { signal }).toArray())).toMatchObject({ name: "AbortError" });
      expect(await thrownBy(sessions[key].get("x", { signal }))).toMatchObject({ name: "AbortError" });
    }
    expect(count()).toBe(0);
  });
});
