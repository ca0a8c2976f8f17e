import { getEventListeners } from "node:events";
import { AbortError, ConnectionError, isConfigurationError, isPaginationError, type SdkError } from "@org/runtime";
import { describe, expect, test } from "vitest";
import { createSessions } from "../src/create-sessions.js";
import { ProvidersFailedError } from "../src/errors/providers-failed-error.js";
import { fakeAdapter, failureOf, pageOf, session, type FakeAdapter } from "./support/fake-adapter.js";

const broken = new ConnectionError("list: the connection broke", { outcome: "unknown", code: "ECONNRESET" });
const thrownBy = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);
const refsOf = (sessions: readonly { ref: string }[]): string[] => sessions.map(({ ref }) => ref);
const whole = fakeAdapter([pageOf(session("1"), session("2")), pageOf(session("3"))]);
const halved = (): FakeAdapter => fakeAdapter([pageOf(session("1")), failureOf(broken), pageOf(session("never"))]);

describe("a provider that fails", () => {
  test("hides nothing of the others and nothing of what it gave, is named, and is thrown at the end", async () => {
    const listing = createSessions({ a: whole, b: halved(), c: whole }).all.list();
    const refs: string[] = [];
    const error = await thrownBy(
      (async () => {
        for await (const { ref } of listing) refs.push(ref);
      })(),
    );
    expect(refs.toSorted()).toEqual(["a:1", "a:2", "a:3", "b:1", "c:1", "c:2", "c:3"]);
    expect(error).toBeInstanceOf(ProvidersFailedError);
    expect(error).toBeInstanceOf(AggregateError);
    expect((error as ProvidersFailedError).failures).toEqual([{ provider: "b", error: broken }]);
    expect((error as ProvidersFailedError).errors).toEqual([broken]);
    expect((error as Error).message).toBe("1 of 3 providers failed (b: list: the connection broke)");
    expect(listing.failures).toEqual([{ provider: "b", error: broken }]);
  });

  test("is told to whoever asked to be told, and then the listing ends quietly", async () => {
    const told: { provider: string; error: SdkError }[] = [];
    const { all } = createSessions({ a: whole, b: halved() });
    const listing = all.list({}, { onProviderError: (failure) => told.push(failure) });
    expect(await listing.toArray()).toHaveLength(4);
    expect(told).toEqual([{ provider: "b", error: broken }]);
    expect(listing.failures).toEqual(told);
  });

  test("does not cost toArray what it collected", async () => {
    const { all } = createSessions({ a: whole, b: halved() });
    const error = (await thrownBy(all.list().toArray({ sort: "createdAt" }))) as ProvidersFailedError;
    expect(refsOf(error.sessions ?? []).toSorted()).toEqual(["a:1", "a:2", "a:3", "b:1"]);
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ failures: [{ provider: "b" }] });
    expect(JSON.stringify(error)).not.toContain("kept");
  });

  test("by throwing, against the contract, is a failure like any other", async () => {
    const rude: FakeAdapter = {
      ...whole,
      list: () => {
        throw new RangeError("rude");
      },
    };
    const { all } = createSessions({ a: whole, rude });
    const error = (await thrownBy(all.list().toArray())) as ProvidersFailedError;
    expect(error.sessions).toHaveLength(3);
    expect(error.failures).toMatchObject([
      { provider: "rude", error: { outcome: "unknown", cause: { name: "RangeError" } } },
    ]);
  });

  test("in one iteration is forgotten in the next", async () => {
    let failing = true;
    const moody: FakeAdapter = { ...whole, list: (input) => (failing ? halved() : whole).list(input) };
    const listing = createSessions({ moody }).all.list();
    await thrownBy(listing.toArray());
    expect(listing.failures).toHaveLength(1);
    failing = false;
    expect(await listing.toArray()).toHaveLength(3);
    expect(listing.failures).toEqual([]);
  });
});

describe("sorting", () => {
  const times = ["2024-10-01T22:04:24.962Z", "2024-10-01T22:04:24.962583055Z", "2024-10-02T00:00:00+02:00"];
  const timed = fakeAdapter([
    pageOf(
      session("odd", "yesterday"),
      session("b", times[1]),
      session("a", times[0]),
      session("none"),
      session("c", times[2]),
    ),
  ]);

  test.each([
    ["createdAt", ["timed:c", "timed:a", "timed:b", "timed:odd", "timed:none"]],
    ["-createdAt", ["timed:b", "timed:a", "timed:c", "timed:odd", "timed:none"]],
    [undefined, ["timed:odd", "timed:b", "timed:a", "timed:none", "timed:c"]],
  ] as const)("by %s goes by moments and puts what has none last", async (sort, expected) => {
    expect(refsOf(await createSessions({ timed }).all.list().toArray({ sort }))).toEqual(expected);
  });
});

describe("max", () => {
  test("throws rather than truncates, and lets through exactly as many", async () => {
    const { all } = createSessions({ a: whole, b: whole });
    expect(await all.list().toArray({ max: 6 })).toHaveLength(6);
    const error = await thrownBy(all.list().toArray({ max: 5 }));
    expect(isPaginationError(error) && error.reason).toBe("max-exceeded");
  });

  test("stops reading", async () => {
    const long = fakeAdapter(Array.from({ length: 50 }, (_, index) => pageOf(session(String(index)))));
    await thrownBy(createSessions({ long }).all.list().toArray({ max: 3 }));
    expect(long.state.asked).toBeLessThan(7);
  });

  test.each([
    ["max", { max: -1 }],
    ["max", { max: Number.NaN }],
    ["sort", { sort: "updatedAt" as "createdAt" }],
  ])("or a sort that cannot be is refused before anything is read: %s", async (field, options) => {
    const fresh = fakeAdapter([pageOf(session("1"))]);
    const error = await thrownBy(createSessions({ fresh }).all.list().toArray(options));
    expect(isConfigurationError(error) && error.field).toBe(field);
    expect(fresh.state.asked).toBe(0);
  });
});

describe("ending", () => {
  test("by a break closes every provider", async () => {
    const adapters = {
      a: fakeAdapter([pageOf(session("1")), pageOf(session("2")), pageOf(session("3"))]),
      b: halved(),
    };
    for await (const _ of createSessions(adapters).all.list()) break;
    await new Promise((resolve) => setImmediate(resolve));
    expect([adapters.a.state.ended, adapters.b.state.ended]).toEqual([true, true]);
  });

  test("by a break cuts short what is under way", async () => {
    let signal: AbortSignal | undefined;
    const stuck: FakeAdapter = {
      ...whole,
      list: (input, options) => {
        signal = options?.signal;
        return fakeAdapter([pageOf(session("1"))], { ready: () => new Promise(() => {}) }).list(input, options);
      },
    };
    for await (const { ref } of createSessions({ stuck, a: whole }).all.list()) {
      expect([ref, signal?.aborted]).toEqual(["a:1", false]);
      break;
    }
    expect(signal?.aborted).toBe(true);
  });

  test("waits for nothing that is under way", async () => {
    const stuck = fakeAdapter([pageOf(session("1"))], { ready: () => new Promise(() => {}) });
    const { all } = createSessions({ stuck });
    for (const iterator of [all.list()[Symbol.asyncIterator](), all.list().pages()]) {
      const pending = iterator.next();
      expect(await iterator.return?.()).toEqual({ done: true, value: undefined });
      expect(await pending).toEqual({ done: true, value: undefined });
    }
  });

  test.each(["before", "while"])(
    "by the caller's signal, %s reading, is an AbortError and nobody's failure",
    async (when) => {
      const controller = new AbortController();
      const reason = new Error("enough");
      const slow = fakeAdapter([pageOf(session("1")), pageOf(session("2")), pageOf(session("3"))], {
        ready: (index) => new Promise((resolve) => setTimeout(resolve, index === 0 ? 0 : 5)),
      });
      if (when === "before") controller.abort(reason);
      const listing = createSessions({ slow, other: slow }).all.list({}, { signal: controller.signal });
      const refs: string[] = [];
      const error = await thrownBy(
        (async () => {
          for await (const { ref } of listing) {
            refs.push(ref);
            controller.abort(reason);
          }
        })(),
      );
      expect(error).toMatchObject({ name: "AbortError", cause: reason });
      expect(refs.length).toBeLessThanOrEqual(when === "before" ? 0 : 2);
      expect(listing.failures).toEqual([]);
    },
  );

  test("by the caller's signal says what may have happened to the request that was under way", async () => {
    const controller = new AbortController();
    const asking: FakeAdapter = {
      ...fakeAdapter([]),
      async *list(_, { signal } = {}) {
        await new Promise((resolve) => signal?.addEventListener("abort", resolve));
        yield failureOf(new AbortError("list: aborted", { outcome: "unknown", cause: signal?.reason }));
      },
    };
    const listing = createSessions({ asking }).all.list({}, { signal: controller.signal });
    setTimeout(() => controller.abort());
    expect(await thrownBy(listing.toArray())).toMatchObject({ name: "AbortError", outcome: "unknown" });
  });

  test("leaves no listener on the caller's signal", async () => {
    const { signal } = new AbortController();
    const { all } = createSessions({ a: whole, b: halved() });
    await thrownBy(all.list({}, { signal }).toArray());
    for await (const _ of all.list({}, { signal })) break;
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});
