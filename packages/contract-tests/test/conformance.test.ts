import { isSdkError, type ListOptions, type SdkError } from "@org/runtime";
import { checkAdapter, type ConformanceCheck } from "@org/sessions/conformance";
import { describe, expect, test } from "vitest";
import { adaptersOf } from "./support/facade.js";
import { createWorld } from "./support/world.js";

const dayMs = 86_400_000;
const names = {
  contract: "speaks this version of the contract",
  record: "lists sessions with an id and the service's record",
  once: "lists each session once",
  range: "lists only sessions created in [since, until)",
  resume: "goes on from the resume token of any page",
  get: "gets a session that it listed",
  unknown: "fails with an error of the SDK for a session that does not exist",
  inverted: "refuses an inverted range before anything is sent",
  abort: "ends with an AbortError, and does not throw, when the signal is aborted",
  create: "creates a session that it can get",
} as const;

function start() {
  const world = createWorld({ foundry: { defaultPageSize: 5 }, agentPlatform: { pageSize: 4 }, xo: { maxLimit: 30 } });
  const until = world.clock.now() - dayMs;
  const range = { since: new Date(until - 9 * dayMs), until: new Date(until) };
  return { adapters: adaptersOf(world), range };
}

const failing = (checks: readonly ConformanceCheck[]): string[] =>
  checks.filter(({ problem }) => problem !== undefined).map(({ name }) => name);

test.each([
  ["support", "ri.aip-agents..session.00000000-0000-4000-8000-000000000000", {}],
  ["shop", "s-00000000-0000-4000-8000-000000000000", { user: "usr_1" }],
  ["ivr", "ffffffffffffffffffffffff", undefined],
] as const)("the adapter of %s conforms", async (key, unknownId, createInput) => {
  const { adapters, range } = start();
  const checks = await checkAdapter({ adapter: adapters[key], ...range, unknownId, createInput });
  expect(checks).toEqual(Object.values(names).map((name) => ({ name })));
});

type Support = ReturnType<typeof adaptersOf>["support"];
type Pages = ReturnType<Support["list"]>;
type Result = Pages extends AsyncIterable<infer R> ? R : never;
type Page = Extract<Result, { ok: true }>["data"];
type List = Support["list"];

/** The same listing with its pages changed. */
const withPages = (list: List, change: (page: Page, index: number) => readonly Page[]): List =>
  async function* (input, options) {
    let index = 0;
    for await (const result of list(input, options)) {
      if (!result.ok) yield result;
      else for (const data of change(result.data, index++)) yield { ...result, data };
    }
  };
const withItems = (list: List, change: (item: Page["items"][number]) => object): List =>
  withPages(list, (page) => [{ ...page, items: page.items.map((item) => ({ ...item, ...change(item) })) }]);

/** A copy that lacks a field. */
function without<T extends object, Name extends keyof T>(value: T, name: Name): Omit<T, Name> {
  const { [name]: _, ...rest } = value;
  return rest;
}
const emptied = (list: List, when: (result: Result) => boolean): List =>
  async function* (input, options) {
    for await (const result of list(input, options)) if (!when(result)) yield result;
  };
const endless = (list: List): List =>
  async function* (input) {
    for await (const first of list(input)) for (;;) yield first;
  };

/** Adapters that are broken in one way each, and the checks that must say so. */
const broken: readonly (readonly [string, (good: Support) => object, ...(keyof typeof names)[]])[] = [
  ["speaks another version", (good) => ({ ...good, contract: 2 }), "contract"],
  ["has no kind", (good) => ({ ...good, kind: "" }), "contract"],
  ["does not say whether it needs since", (good) => ({ ...good, needsSince: undefined }), "contract"],
  [
    "loses the record",
    ({ list, ...good }) => ({ ...good, list: withItems(list, () => ({ raw: undefined })) }),
    "record",
  ],
  [
    "repeats a page",
    ({ list, ...good }) => ({ ...good, list: withPages(list, (page) => [page, page]) }),
    "once",
    "resume",
  ],
  [
    "ignores the range",
    ({ list, ...good }) => ({ ...good, list: (_: object, options?: ListOptions) => list({}, options) }),
    "range",
    "inverted",
  ],
  [
    "takes the end into the range",
    ({ list, ...good }) => ({
      ...good,
      list: (input: Parameters<List>[0], options?: ListOptions) =>
        withItems(list, ({ id }) => ({
          createdAt: id.endsWith("0") ? new Date(input.until ?? 0).toISOString() : undefined,
        }))(input, options),
    }),
    "range",
  ],
  [
    "ignores the resume token",
    ({ list, ...good }) => ({
      ...good,
      list: (input: Parameters<List>[0], options: ListOptions = {}) => list(input, without(options, "resume")),
    }),
    "resume",
  ],
  [
    "gives no resume token",
    ({ list, ...good }) => ({ ...good, list: withPages(list, (page) => [without(page, "next")]) }),
    "resume",
  ],
  [
    "loses a page when it is resumed",
    ({ list, ...good }) => ({
      ...good,
      list: (input: Parameters<List>[0], options: ListOptions = {}) =>
        options.resume === undefined
          ? list(input, options)
          : withPages(list, (page, index) => (index === 0 ? [{ ...page, items: [] }] : [page]))(input, options),
    }),
    "resume",
  ],
  ["gets another session", (good) => ({ ...good, get: async () => good.create({}) }), "get", "unknown", "create"],
  [
    "throws where it cannot get",
    (good) => ({
      ...good,
      get: async (id: string) => {
        const result = await good.get(id);
        if (!result.ok) throw result.error;
        return result;
      },
    }),
    "unknown",
  ],
  [
    "fails with an error of its own",
    (good) => ({
      ...good,
      get: async (id: string) => {
        const result = await good.get(id);
        return result.ok ? result : { ...result, error: new Error("not found") };
      },
    }),
    "unknown",
  ],
  [
    "throws where it cannot list",
    ({ list, ...good }) => ({
      ...good,
      list: async function* (input: Parameters<List>[0], options?: ListOptions) {
        for await (const result of list(input, options)) {
          if (!result.ok) throw result.error;
          yield result;
        }
      },
    }),
    "inverted",
    "abort",
  ],
  [
    "says nothing where it cannot list",
    ({ list, ...good }) => ({ ...good, list: emptied(list, ({ ok }) => !ok) }),
    "inverted",
    "abort",
  ],
  [
    "goes on after a failure",
    ({ list, ...good }) => ({
      ...good,
      list: async function* (input: Parameters<List>[0], options?: ListOptions) {
        for await (const result of list(input, options)) yield* result.ok ? [result] : [result, result];
      },
    }),
    "inverted",
    "abort",
  ],
  [
    "ignores the signal",
    ({ list, ...good }) => ({
      ...good,
      list: (input: Parameters<List>[0], options: ListOptions = {}) => list(input, without(options, "signal")),
    }),
    "abort",
  ],
  [
    "refuses too late",
    ({ list, ...good }) => ({
      ...good,
      list: async function* (input: Parameters<List>[0], options?: ListOptions) {
        for await (const result of list(input, options)) {
          yield result.ok
            ? result
            : { ...result, error: Object.assign(result.error as SdkError, { outcome: "rejected" }) };
        }
      },
    }),
    "inverted",
  ],
  [
    "forgets what it created",
    (good) => ({ ...good, create: async () => ({ ...(await good.create({})), data: { id: "gone", raw: {} } }) }),
    "create",
  ],
  [
    "never ends",
    ({ list, ...good }) => ({ ...good, list: endless(list) }),
    "record",
    "once",
    "range",
    "resume",
    "get",
    "inverted",
    "abort",
  ],
];

describe("an adapter does not conform that", () => {
  test.each(broken.map(([what, breakIt, ...checks]) => ({ what, breakIt, checks })))(
    "$what",
    async ({ breakIt, checks }) => {
      const { adapters, range } = start();
      const unknownId = "ri.aip-agents..session.00000000-0000-4000-8000-000000000000";
      const results = await checkAdapter({ adapter: breakIt(adapters.support), ...range, unknownId, createInput: {} });
      expect(failing(results)).toEqual(
        Object.values(names).filter((name) => checks.some((check) => names[check] === name)),
      );
    },
  );

  test("is none", async () => {
    const { range } = start();
    const results = await checkAdapter({ adapter: undefined, ...range, unknownId: "x" });
    expect(failing(results)).toEqual(Object.values(names));
  });

  test("can create while nobody says what", async () => {
    const { adapters, range } = start();
    const results = await checkAdapter({ adapter: adapters.shop, ...range, unknownId: "s-0" });
    expect(failing(results)).toEqual([names.create]);
    expect(results.at(-1)?.problem).toContain("createInput");
  });

  test("is checked over a range without sessions", async () => {
    const { adapters } = start();
    const results = await checkAdapter({
      adapter: adapters.shop,
      since: "2001-01-01",
      until: "2001-01-02",
      unknownId: "s-0",
      createInput: { user: "usr_1" },
    });
    expect(failing(results)).toEqual([names.record, names.get]);
  });
});

test("no check throws, whatever the adapter does", async () => {
  const { range } = start();
  const rude = new Proxy(
    {},
    {
      get: () => () => {
        throw "rude";
      },
    },
  );
  const results = await checkAdapter({ adapter: rude, ...range, unknownId: "x" });
  expect(results).toHaveLength(10);
  expect(results.some(({ problem }) => isSdkError(problem))).toBe(false);
});
