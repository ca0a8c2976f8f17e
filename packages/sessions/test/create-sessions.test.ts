import { isConfigurationError } from "@org/runtime";
import { describe, expect, test } from "vitest";
import { createSessions, type Sessions } from "../src/create-sessions.js";
import type { Providers } from "../src/all.js";
import { supports } from "../src/supports.js";
import { fakeAdapter, pageOf, response, session } from "./support/fake-adapter.js";

const adapter = fakeAdapter([pageOf(session("1"))]);
const creating = {
  ...adapter,
  getIsDerived: true as const,
  create: async (input: { name: string }) => ({ ok: true, data: session(input.name), response, attempts: [] }) as const,
};

describe("a facade", () => {
  test("names each session by its provider's key, kind and ref, and keeps its record", async () => {
    const sessions = createSessions({ first: adapter, second: creating });
    const [listed] = await sessions.first.list().toArray();
    expect(listed).toEqual({ provider: "first", kind: "fake", ref: "first:1", id: "1", raw: { kept: "1" } });
    expect(await sessions.second.get("x")).toMatchObject({ provider: "second", ref: "second:x" });
    expect(await sessions.second.create({ name: "new" })).toMatchObject({ ref: "second:new" });
    expect(await sessions.all.get("second:y")).toMatchObject({ ref: "second:y", id: "y" });
  });

  test("has what a provider can do and no more, and says what is derived", () => {
    const sessions = createSessions({ first: adapter, second: creating });
    expect("create" in sessions.first).toBe(false);
    expect([supports(sessions.first, "create"), supports(sessions.second, "create")]).toEqual([false, true]);
    expect([sessions.first.get.derived, sessions.second.get.derived]).toEqual([false, true]);
    expect(Object.keys(sessions)).toEqual(["first", "second", "all"]);
  });

  test("is no promise: an async function can give it back", async () => {
    const sessions = createSessions({ first: adapter });
    expect(await Promise.resolve(sessions)).toBe(sessions);
  });
});

describe("providers that cannot be are refused, naming them", () => {
  test.each([
    ["providers", undefined],
    ["providers", null],
    ["providers", "foundry"],
    ["providers", {}],
    ["providers", { __proto__: adapter }],
    ["providers.__proto__", JSON.parse('{"__proto__": {}}')],
    ["providers.all", { all: adapter }],
    ["providers.then", JSON.parse('{"then": {}}')],
    ["providers.constructor", { constructor: adapter }],
    ["providers.", { "": adapter }],
    ["providers.a:b", { "a:b": adapter }],
    ["providers.a b", { "a b": adapter }],
    ["providers.good", { good: undefined }],
    ["providers.good", { good: {} }],
    ["providers.good", { good: { ...adapter, list: undefined } }],
    ["providers.good", { good: { ...adapter, get: "get" } }],
    ["providers.good", { good: { ...adapter, contract: 2 } }],
    ["providers.good", { good: { ...adapter, contract: undefined } }],
    ["providers.bad", { good: adapter, bad: 7 }],
  ])("%s: %o", (field, providers) => {
    let thrown: unknown;
    try {
      createSessions(providers as Providers) as Sessions<Providers>;
    } catch (error) {
      thrown = error;
    }
    expect(isConfigurationError(thrown) && thrown).toMatchObject({ field, outcome: "notSent" });
  });
});
