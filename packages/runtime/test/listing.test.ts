import { getEventListeners } from "node:events";
import { describe, expect, test, vi } from "vitest";
import { listOperation } from "../src/bind.js";
import type { FetchLike, ListError, ListOptions, Operation } from "../src/index.js";
import { operationSource } from "../src/operation-source.js";
import { prefetch } from "../src/prefetch.js";
import { json, listThings, scripted, transportWith } from "./support/fixture.js";

interface Thing {
  readonly id: number;
}

function lister(operation: Operation, fetch: ReturnType<typeof scripted>["fetch"]) {
  const source = operationSource(transportWith({ fetch }), operation);
  return listOperation<Readonly<Record<string, unknown>>, Thing, unknown, ListError, string | number>(source as never);
}

const page = (ids: number[], next?: string): Response =>
  json({ data: ids.map((id) => ({ id })), ...(next && { next }) });
const ids = (things: readonly Thing[]): number[] => things.map(({ id }) => id);

const listByOffset: Operation = {
  ...listThings,
  method: "POST",
  body: "json",
  inputs: { offset: { in: "body", type: "integer", min: 0 } },
  pagination: { style: "offset", position: "offset", items: "data", more: "page.more", total: "page.total" },
};

describe("a listing by token", () => {
  test("gives every item of every page once", async () => {
    const { fetch, sent } = scripted(page([1, 2], "a"), page([], "b"), page([3]));
    expect(ids(await lister(listThings, fetch)({ pageSize: 2 }).toArray())).toEqual([1, 2, 3]);
    expect(sent.map(({ url }) => new URL(url).search)).toEqual([
      "?pageSize=2",
      "?pageSize=2&pageToken=a",
      "?pageSize=2&pageToken=b",
    ]);
  });

  test("does not take an error for an empty collection", async () => {
    const { fetch } = scripted(json({ error: "The disk is full" }));
    const list = lister({ ...listThings, shape: { data: 0, next: 0 } }, fetch)({}, { retry: false });
    await expect(list.toArray()).rejects.toMatchObject({
      name: "UnreadableResponseError",
      reason: "unexpected-content",
    });
  });

  test("takes an absent collection for an empty one", async () => {
    const { fetch } = scripted(json({}));
    expect(await lister(listThings, fetch)({}).toArray()).toEqual([]);
  });

  test("fetches a page only when it is needed", async () => {
    const { fetch, sent } = scripted(page([1, 2], "a"), page([3]));
    for await (const { id } of lister(listThings, fetch)({})) if (id === 2) break;
    expect(sent).toHaveLength(1);
  });

  test("that is asked for several items at a time keeps their order", async () => {
    const { fetch } = scripted(page([1, 2], "a"), page([3]));
    const iterator = lister(listThings, fetch)({})[Symbol.asyncIterator]();
    const results = await Promise.all([1, 2, 3, 4].map(() => iterator.next()));
    expect(results.map(({ value }) => value?.id)).toEqual([1, 2, 3, undefined]);
  });

  test("that repeats a token ends with an error instead of never", async () => {
    for (const tokens of [
      ["a", "a"],
      ["a", "b", "a", "b"],
      ["a", "b", "c", "d", "b"],
    ]) {
      const cycle = (index: number): string =>
        tokens[index < tokens.length ? index : 1 + ((index - 1) % (tokens.length - 1))] ?? "";
      let n = 0;
      const { fetch } = scripted(() => page([n], cycle(n++)));
      await expect(lister(listThings, fetch)({}).toArray()).rejects.toMatchObject({
        name: "PaginationError",
        reason: "repeated-position",
      });
      expect(n).toBeLessThan(20);
    }
  });

  test("ends with the failure of a page, after the items before it", async () => {
    const { fetch } = scripted(page([1], "a"), json({ errorName: "ThingNotFound" }, 404));
    const seen: number[] = [];
    const run = async (): Promise<void> => {
      for await (const { id } of lister(listThings, fetch)({})) seen.push(id);
    };
    await expect(run()).rejects.toMatchObject({ name: "ThingNotFound", operation: "listThings" });
    expect(seen).toEqual([1]);
  });

  test("safe gives the failure as its last value and never throws", async () => {
    const { fetch } = scripted(page([1], "a"), json({}, 404));
    const results: boolean[] = [];
    for await (const { ok } of lister(listThings, fetch).safe({})) results.push(ok);
    expect(results).toEqual([true, false]);
  });

  test("stops between pages when the caller aborts", async () => {
    const controller = new AbortController();
    const { fetch, sent } = scripted(page([1], "a"), page([2], "b"));
    const run = async (): Promise<void> => {
      for await (const _ of lister(listThings, fetch)({}, { signal: controller.signal })) controller.abort();
    };
    await expect(run()).rejects.toMatchObject({ name: "AbortError", outcome: "notSent" });
    expect(sent).toHaveLength(1);
  });
});

describe("leaving a listing while a page is under way", () => {
  /** The first page comes at once, the second never; the signals are those of the requests. */
  function stalling() {
    const signals: (AbortSignal | null | undefined)[] = [];
    const fetch: FetchLike = (_, init) => {
      signals.push(init?.signal);
      return signals.length === 1 ? Promise.resolve(page([1], "a")) : new Promise(() => {});
    };
    return { list: lister(listThings, fetch), signals };
  }

  const styles = {
    "item by item": (list, options) => list({}, options)[Symbol.asyncIterator](),
    "page by page": (list, options) => list({}, options).pages()[Symbol.asyncIterator](),
    "result by result": (list, options) => list.safe({}, options)[Symbol.asyncIterator](),
  } satisfies Record<string, (list: ReturnType<typeof lister>, options: ListOptions) => AsyncIterator<unknown>>;

  test.each(Object.entries(styles))("%s: returns at once and cuts the page", async (_, iterate) => {
    const { list, signals } = stalling();
    const { signal } = new AbortController();
    const iterator = iterate(list, { signal });
    expect((await iterator.next()).done).toBe(false);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
    const pending = iterator.next();
    await vi.waitFor(() => expect(signals).toHaveLength(2));
    expect(await iterator.return?.()).toEqual({ done: true, value: undefined });
    expect(signals[1]?.aborted).toBe(true);
    expect(await pending).toEqual({ done: true, value: undefined });
    expect((await iterator.next()).done).toBe(true);
    expect([signals.length, getEventListeners(signal, "abort").length]).toEqual([2, 0]);
  });

  test("by the caller's signal is an AbortError with the caller's reason", async () => {
    const { list, signals } = stalling();
    const controller = new AbortController();
    const iterator = list({}, { signal: controller.signal })[Symbol.asyncIterator]();
    await iterator.next();
    const pending = iterator.next();
    await vi.waitFor(() => expect(signals).toHaveLength(2));
    controller.abort("enough");
    await expect(pending).rejects.toMatchObject({ name: "AbortError", cause: "enough" });
    expect(signals[1]?.aborted).toBe(true);
  });

  test.each(Object.entries(styles))("%s: by what is no signal is refused", async (_, iterate) => {
    const { list, signals } = stalling();
    const outcome = await iterate(list, { signal: new AbortController() as never })
      .next()
      .catch((error: unknown) => ({ done: false, value: { error } }));
    expect(outcome.value).toMatchObject({ error: { name: "ConfigurationError", field: "signal" } });
    expect(signals).toHaveLength(0);
  });

  test("that was read ahead cuts the page ahead", async () => {
    const { list, signals } = stalling();
    for await (const _ of prefetch(list({}).pages())) break;
    await vi.waitFor(() => expect(signals[1]?.aborted).toBe(true));
  });
});

describe("toArray", () => {
  test("throws rather than truncates, and says where to go on", async () => {
    const { fetch } = scripted(page([1, 2], "a"), page([3, 4], "b"));
    const list = lister(listThings, fetch);
    const error = await list({})
      .toArray({ max: 3 })
      .catch((thrown: unknown) => thrown as { resume: string });
    expect(error).toMatchObject({ name: "PaginationError", reason: "max-exceeded" });
    const again = scripted(page([3, 4]));
    expect(
      ids((await lister(listThings, again.fetch).page({}, { resume: (error as { resume: string }).resume })).items),
    ).toEqual([3, 4]);
    expect(again.sent[0]?.url).toContain("pageToken=a");
  });

  test("takes exactly max", async () => {
    const { fetch } = scripted(page([1, 2]));
    expect(await lister(listThings, fetch)({}).toArray({ max: 2 })).toHaveLength(2);
  });
});

describe("a resume token", () => {
  test("goes on where another process stopped", async () => {
    const first = await lister(listThings, scripted(page([1], "tökén")).fetch).page({ pageSize: 1 });
    const { fetch, sent } = scripted(page([2]));
    const second = await lister(listThings, fetch).page({ pageSize: 1 }, { resume: first.next });
    expect([ids(second.items), second.next, new URL(sent[0]?.url ?? "").searchParams.get("pageToken")]).toEqual([
      [2],
      undefined,
      "tökén",
    ]);
  });

  test.each([
    ["garbage", "%%%"],
    ["truth", btoa('{"o":"other"}')],
    ["null", btoa("null")],
  ])("that is %s is refused before anything is sent", async (_, resume) => {
    const { fetch, sent } = scripted(page([]));
    await expect(lister(listThings, fetch).page({}, { resume })).rejects.toMatchObject({
      name: "ConfigurationError",
      field: "resume",
    });
    expect(sent).toHaveLength(0);
  });

  test("of another input is refused", async () => {
    const { next } = await lister(listThings, scripted(page([1], "a")).fetch).page({ pageSize: 1 });
    await expect(
      lister(listThings, scripted(page([])).fetch).page({ pageSize: 2 }, { resume: next }),
    ).rejects.toMatchObject({ field: "resume" });
  });
});

describe("a listing by offset", () => {
  const rows = (list: number[], more: boolean, total: number): Response =>
    json({ data: list.map((id) => ({ id })), page: { more, total } });

  test("advances by rows received", async () => {
    const { fetch, sent } = scripted(rows([1, 2, 3], true, 4), rows([4], false, 4));
    expect(ids(await lister(listByOffset, fetch)({}).toArray())).toEqual([1, 2, 3, 4]);
    expect(sent.map(({ body }) => body)).toEqual(["{}", '{"offset":3}']);
  });

  test("starts where the caller says", async () => {
    const { fetch, sent } = scripted(rows([5], true, 7), rows([6], false, 7));
    await lister(listByOffset, fetch)({ offset: 5 }).toArray();
    expect(sent.map(({ body }) => body)).toEqual(['{"offset":5}', '{"offset":6}']);
  });

  test("that promises more and sends none is an error, not a silent end", async () => {
    const { fetch } = scripted(rows([1], true, 9), rows([], true, 9));
    await expect(lister(listByOffset, fetch)({}).toArray()).rejects.toMatchObject({ reason: "no-progress" });
  });

  test("whose service ignores the position is an error, not an endless list", async () => {
    const { fetch, sent } = scripted(rows([1, 2], true, 9));
    await expect(lister(listByOffset, fetch)({}).toArray()).rejects.toMatchObject({ reason: "no-progress" });
    expect(sent).toHaveLength(3);
  });

  test("ends when all rows that were counted have come, whatever the flag says", async () => {
    const { fetch } = scripted(rows([1], true, 1), rows([], true, 1));
    expect(await lister(listByOffset, fetch)({}).toArray()).toHaveLength(1);
  });

  test("tells the total", async () => {
    expect((await lister(listByOffset, scripted(rows([1], false, 41)).fetch).page({})).total).toBe(41);
  });

  test("whose rows are no list is unreadable", async () => {
    await expect(lister(listByOffset, scripted(json({ data: "x" })).fetch).page({})).rejects.toMatchObject({
      name: "UnreadableResponseError",
    });
  });
});
