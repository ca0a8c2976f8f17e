import { ConfigurationError, ConnectionError, type Page, type Result, type SdkError } from "@org/runtime";
import { expect, test } from "vitest";
import { mapPages, type PageMapping } from "../src/map-pages.js";
import { response } from "./support/fake-adapter.js";

type Mapping = PageMapping<number, number, SdkError>;

const page = (items: number[], rest: Partial<Page<number>> = {}): Result<Page<number>, SdkError> => {
  const envelope = { response, attempts: [] };
  return { ok: true, data: { items, raw: { items }, ...rest, ...envelope }, ...envelope };
};

async function map(
  pages: Result<Page<number>, SdkError>[],
  options: Partial<Mapping> = {},
): Promise<{ results: unknown[]; read: number }> {
  let read = 0;
  async function* source() {
    for (const result of pages) {
      read++;
      yield result;
    }
  }
  const results: unknown[] = [];
  const toSession: Mapping["toSession"] = (item) => ({ id: String(item), raw: item });
  for await (const result of mapPages({ check: () => {}, pages: source, toSession, ...options })) {
    results.push(result.ok ? { ...result.data, items: result.data.items.map(({ id }) => id) } : result.error.name);
  }
  return { results, read };
}

test("pages keep their next, their total and their answer", async () => {
  const { results } = await map([page([1, 2], { next: "n", total: 3 }), page([3], { total: 3 })]);
  expect(results).toMatchObject([
    { items: ["1", "2"], next: "n", total: 3, raw: { items: [1, 2] } },
    { items: ["3"], total: 3 },
  ]);
  expect(results[1]).not.toHaveProperty("next");
});

test("a total goes where rows are filtered here: it would not be true", async () => {
  const { results } = await map([page([1, 2, 3], { total: 3 })], { keep: ({ raw }) => raw > 1 });
  expect(results).toMatchObject([{ items: ["2", "3"] }]);
  expect(results[0]).not.toHaveProperty("total");
});

test("an empty page in the middle is not the end", async () => {
  const { results } = await map([page([1], { next: "a" }), page([2], { next: "b" }), page([3])], {
    keep: ({ raw }) => raw !== 2,
  });
  expect(results).toMatchObject([{ items: ["1"] }, { items: [], next: "b" }, { items: ["3"] }]);
});

test("the last page that can matter is the last, and says so", async () => {
  const { results, read } = await map([page([3], { next: "a" }), page([2], { next: "b" }), page([1])], {
    isLast: (items) => items.includes(2),
  });
  expect(results).toHaveLength(2);
  expect(results[1]).not.toHaveProperty("next");
  expect(read).toBe(2);
});

test("a failure ends the pages, and nothing is read after it", async () => {
  const error = new ConnectionError("broken", { outcome: "unknown", code: undefined });
  const { results, read } = await map([page([1]), { ok: false, error, attempts: [] }, page([2])]);
  expect(results).toMatchObject([{ items: ["1"] }, "ConnectionError"]);
  expect(read).toBe(2);
});

test("an input that cannot work is a failure before anything is read", async () => {
  const { results, read } = await map([page([1])], {
    check: () => {
      throw new ConfigurationError("input.since", "is missing");
    },
  });
  expect(results).toEqual(["ConfigurationError"]);
  expect(read).toBe(0);
});
