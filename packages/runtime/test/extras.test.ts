import { describe, expect, test } from "vitest";
import { call } from "../src/call.js";
import { logger, type LogEntry, type LoggerOptions } from "../src/logger.js";
import { prefetch } from "../src/prefetch.js";
import { getThing, json, listThings, scripted, transportWith } from "./support/fixture.js";

async function log(options: LoggerOptions, answer: Parameters<typeof scripted>[0]): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  const { fetch } = scripted(answer);
  const middleware = [logger({ write: (entry) => void entries.push(entry), now: () => 5, ...options })];
  const transport = transportWith({ fetch, middleware, retry: false, headers: { "x-user": "jane@example.com" } });
  await call(transport, getThing, { thingId: "t1" });
  await call(transport, listThings, { pageSize: 2, pageToken: "very-private" });
  return entries;
}

describe("the logger", () => {
  test("shows only what is allowed by name", async () => {
    const entries = await log(
      { level: "debug" },
      json({ id: "secret content" }, 200, { "x-request-id": "r1", "set-cookie": "canary" }),
    );
    expect(entries).toHaveLength(4);
    expect(entries[1]).toEqual({
      level: "info",
      event: "response",
      operation: "getThing",
      attempt: 1,
      method: "GET",
      url: "https://things.example/api/things/t1",
      status: 200,
      durationMs: 0,
      headers: { "content-type": "application/json", "x-request-id": "r1" },
    });
    expect(entries[2]?.url).toBe("https://things.example/api/things?pageSize=2&pageToken=*");
    for (const hidden of ["secret-token", "jane", "canary", "very-private", "secret content"])
      expect(JSON.stringify(entries)).not.toContain(hidden);
  });

  test("hides a credential that the service sends back under an allowed name", async () => {
    const entries = await log({ level: "debug" }, json({ id: 1 }, 200, { "x-request-id": "secret-token" }));
    expect(entries[1]?.headers).toMatchObject({ "content-type": "application/json", "x-request-id": "[redacted]" });
  });

  test.each([
    ["debug", 4],
    ["info", 2],
    ["warn", 0],
    ["error", 0],
    ["off", 0],
  ] as const)("at level %s writes %i lines of two good calls", async (level, lines) => {
    expect(await log({ level }, json({ id: 1 }))).toHaveLength(lines);
  });

  test("calls an error answer a warning and a broken connection an error", async () => {
    expect((await log({ level: "warn" }, json({}, 404))).map(({ level }) => level)).toEqual(["warn", "warn"]);
    expect((await log({ level: "warn" }, new TypeError("fetch failed")))[0]).toMatchObject({
      level: "error",
      failure: "TypeError",
    });
  });

  test("that fails does not fail the call", async () => {
    const { fetch } = scripted(json({ id: 1 }));
    const full = logger({
      write: () => {
        throw new Error("disk full");
      },
    });
    expect((await call(transportWith({ fetch, middleware: [full] }), getThing, { thingId: "t1" })).ok).toBe(true);
  });
});

describe("prefetch", () => {
  async function* pages(fetched: number[], fail = false): AsyncGenerator<number, void> {
    for (let page = 1; page <= 3; page++) {
      fetched.push(page);
      if (fail && page === 2) throw new Error("page 2");
      yield page;
    }
  }

  test("is one page ahead, and no more", async () => {
    const fetched: number[] = [];
    const seen: string[] = [];
    for await (const page of prefetch(pages(fetched))) {
      await Promise.resolve();
      seen.push(`${page} of ${fetched.length}`);
    }
    expect(seen).toEqual(["1 of 2", "2 of 3", "3 of 3"]);
  });

  test("throws a failure when its turn comes, after the pages before it", async () => {
    const seen: number[] = [];
    const run = async (): Promise<void> => {
      for await (const page of prefetch(pages([], true))) seen.push(page);
    };
    await expect(run()).rejects.toThrow("page 2");
    expect(seen).toEqual([1]);
  });

  test("that is left early fetches nothing more", async () => {
    const fetched: number[] = [];
    for await (const _ of prefetch(pages(fetched))) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(fetched).toEqual([1, 2]);
  });
});
