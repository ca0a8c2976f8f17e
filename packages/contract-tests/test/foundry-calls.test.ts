import type { Fault } from "@org/emulator";
import { createFoundryAipAgents, type FoundryAipAgents, type FoundryAipAgentsOptions } from "@org/foundry-aip-agents";
import { describe, expect, test } from "vitest";
import { createWorld, type World } from "./support/world.js";

type Operation = "createSession" | "listSessions" | "getSession";

interface Setting {
  readonly world: World;
  readonly client: FoundryAipAgents;
  readonly at: { readonly agentRid: string; readonly sessionRid: string };
  /** Requests that reached the service. */
  readonly sent: () => number;
}

/** A client on an emulator of its own, whose answers to one operation meet faults. */
function start(
  operation: Operation,
  faults: readonly (Fault | { readonly nth?: number; readonly times?: number; readonly fault: Fault })[],
  options: Partial<FoundryAipAgentsOptions> = {},
): Setting {
  const world = createWorld({ foundry: { defaultPageSize: 10 } });
  const { agentRid, sessionRid, token } = world.emulator.credentials.foundry;
  for (const fault of faults) world.emulator.faults.add({ operation, ...("kind" in fault ? { fault } : fault) });
  const client = createFoundryAipAgents({ ...world.connection, auth: { token }, random: () => 0.5, ...options });
  return { world, client, at: { agentRid, sessionRid }, sent: () => world.emulator.log.length };
}

const once = (fault: Fault): { readonly times: number; readonly fault: Fault } => ({ times: 1, fault });
const reset = { kind: "cut", at: "before-headers", when: "after" } as const;
const failure = (status: number, body?: string): Fault => ({ kind: "answer", status, ...(body && { body }) });

describe("a create", () => {
  test.each<[string, Fault]>([
    ["the connection breaks after it", reset],
    ["the answer breaks off", { kind: "cut", at: "mid-body" }],
    ["the answer is half a document", { kind: "truncate" }],
    ["the answer is a proxy's page", { kind: "proxy-page", when: "after" }],
    ["it fails with 500 after it", { kind: "answer", status: 500, when: "after" }],
  ])("is sent once where %s, and the error says how to find out", async (_, fault) => {
    const { world, client, at, sent } = start("createSession", [fault]);
    const before = world.emulator.stored.foundry;
    const { error, attempts } = await client.createSession.safe({ agentRid: at.agentRid });
    expect(error).toMatchObject({ outcome: "unknown", operation: "createSession" });
    expect(error?.message).toContain("listSessions tells");
    expect([sent(), attempts.length, world.emulator.stored.foundry - before]).toEqual([1, 1, 1]);
  });

  test("that was refused for now is sent again when the service allows it", async () => {
    const { world, client, at } = start("createSession", [once({ kind: "answer", status: 429, retryAfter: "7" })]);
    const [began, before] = [world.clock.now(), world.emulator.stored.foundry];
    const result = await client.createSession.safe({ agentRid: at.agentRid });
    expect(result.ok).toBe(true);
    expect(result.attempts.map(({ status, waitedMs }) => [status, waitedMs])).toEqual([
      [429, 0],
      [200, 7000],
    ]);
    expect([world.clock.now() - began, world.emulator.stored.foundry - before]).toEqual([7000, 1]);
  });
});

describe("a read", () => {
  test.each<[string, Fault]>([
    ["a reset connection", reset],
    ["500", failure(500)],
    ["503", failure(503)],
    ["429", failure(429)],
    ["half an answer", { kind: "truncate" }],
    ["an empty 200", failure(200)],
    ["204", failure(204)],
    ["a page in place of JSON", { kind: "content-type", type: "text/html" }],
    ["something else entirely", failure(200, '{"error":"no"}')],
  ])("is sent again after %s", async (_, fault) => {
    const { client, at, sent } = start("getSession", [once(fault)]);
    expect(await client.getSession(at)).toMatchObject({ rid: at.sessionRid });
    expect(sent()).toBe(2);
  });

  test("is given up after three attempts, half of whose longest waits lie between them", async () => {
    const { client, at, sent } = start("getSession", [failure(500)]);
    const { error, attempts } = await client.getSession.safe(at);
    expect(error).toMatchObject({ name: "UnrecognizedApiError", status: 500, outcome: "unknown", attempts });
    expect(attempts.map(({ number, waitedMs }) => [number, waitedMs])).toEqual([
      [1, 0],
      [2, 250],
      [3, 500],
    ]);
    expect(sent()).toBe(3);
  });

  test.each([
    [
      "that may have been carried out",
      [
        { nth: 1, fault: reset },
        { nth: 2, fault: failure(400) },
      ],
      "unknown",
      2,
    ],
    ["that was refused", [failure(400)], "rejected", 1],
  ])("fails with the outcome of an attempt %s", async (_, faults, outcome, requests) => {
    const { client, at, sent } = start("getSession", faults);
    const { error } = await client.getSession.safe(at);
    expect([error?.outcome, sent()]).toEqual([outcome, requests]);
  });

  test.each([
    ["the call says so", {}, { retry: false }],
    ["the client says so", { retry: false }, {}],
  ] as const)("is not sent again where %s", async (_, options, call) => {
    const { client, at, sent } = start("getSession", [failure(500)], options);
    await client.getSession.safe(at, call);
    expect(sent()).toBe(1);
  });

  test("is not sent again where the service asks for that, or would send as much again", async () => {
    const told = { kind: "answer", status: 429, headers: { "qos-retry-hint": "do-not-retry" } } as const;
    const hinted = start("getSession", [told]);
    expect((await hinted.client.getSession.safe(hinted.at)).error?.name).toBe("RateLimited");
    const huge = start("getSession", [{ kind: "huge", bytes: 5000 }], { maxResponseBytes: 4000 });
    expect((await huge.client.getSession.safe(huge.at)).error).toMatchObject({ reason: "too-large" });
    expect([hinted.sent(), huge.sent()]).toEqual([1, 1]);
  });

  test("says when to come back rather than wait for an hour", async () => {
    const { world, client, at, sent } = start("getSession", [{ kind: "answer", status: 429, retryAfter: "3600" }]);
    const { error } = await client.getSession.safe(at);
    expect(error).toMatchObject({ name: "RateLimited", retryAt: world.clock.now() + 3_600_000, limitedBy: "service" });
    expect(sent()).toBe(1);
  });

  test("of what is not there is an error with the vendor's name, parameters and id", async () => {
    const { client, at, sent } = start("getSession", []);
    const sessionRid = `${at.sessionRid.slice(0, -1)}0`;
    const thrown: unknown = await client.getSession({ ...at, sessionRid }).catch((error: unknown) => error);
    expect(client.getSession.isError(thrown)).toBe(true);
    expect(thrown).toMatchObject({
      name: "SessionNotFound",
      status: 404,
      outcome: "rejected",
      parameters: { agentRid: at.agentRid, sessionRid },
    });
    expect((thrown as { requestId: string }).requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(sent()).toBe(1);
  });

  test("follows no redirect", async () => {
    const fault: Fault = { kind: "answer", status: 307, headers: { location: "https://other.example/x?y" } };
    const { client, at, sent } = start("getSession", [fault]);
    const { error } = await client.getSession.safe(at);
    expect(error).toMatchObject({ name: "RedirectError", status: 307, targetOrigin: "https://other.example" });
    expect(sent()).toBe(1);
  });
});

describe("a credential that was refused", () => {
  test("is replaced once, by force, and the call goes on", async () => {
    const forced: boolean[] = [];
    const { world, client, at, sent } = start("getSession", [once({ kind: "expired-credential" })], {
      auth: {
        token: ({ forceRefresh }) => {
          forced.push(forceRefresh);
          const { token, readOnlyToken } = world.emulator.credentials.foundry;
          return { token: forceRefresh ? readOnlyToken : token, expiresAt: world.clock.now() + 3_600_000 };
        },
      },
    });
    expect(await client.getSession(at)).toMatchObject({ rid: at.sessionRid });
    expect([forced, sent()]).toEqual([[false, true], 2]);
    await client.getSession(at);
    expect(forced).toHaveLength(2);
  });

  test("fails the call where there is no other", async () => {
    const { client, at, sent } = start("getSession", [{ kind: "expired-credential" }]);
    expect((await client.getSession.safe(at)).error).toMatchObject({ status: 401, outcome: "rejected" });
    expect(sent()).toBe(1);
  });
});

describe("a call", () => {
  test("carries the headers of the client and, over them, its own", async () => {
    const seen: Headers[] = [];
    const { client, at } = start("getSession", [], {
      headers: { "x-one": "client", "x-two": "client" },
      middleware: [
        (request, next) => {
          seen.push(request.headers);
          return next(request);
        },
      ],
    });
    expect((await client.getSession.safe(at, { headers: { "X-Two": "call" } })).ok).toBe(true);
    expect(["x-one", "x-two", "accept"].map((name) => seen[0]?.get(name))).toEqual([
      "client",
      "call",
      "application/json",
    ]);
  });

  test("passes through its middleware in each attempt, the client's first", async () => {
    const passed: string[] = [];
    const layer =
      (name: string) =>
      (request: Request, next: (request: Request) => Promise<Response>, { attempt }: { attempt: number }) => {
        passed.push(`${name} ${attempt}`);
        return next(request);
      };
    const { client, at } = start("getSession", [once(failure(500))], { middleware: [layer("client")] });
    await client.getSession(at, { middleware: [layer("call")] });
    expect(passed).toEqual(["client 1", "call 1", "client 2", "call 2"]);
  });

  test("ends with its signal, whatever the service does, and is not sent again", async () => {
    const { client, at, sent } = start("getSession", [{ kind: "stall", at: "mid-body" }]);
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error("enough")), 20);
    const { error } = await client.getSession.safe(at, { signal: controller.signal });
    expect(error).toMatchObject({ name: "AbortError", cause: { message: "enough" }, outcome: "unknown" });
    expect(await client.getSession.safe(at, { signal: controller.signal })).toMatchObject({
      error: { name: "AbortError", outcome: "notSent" },
    });
    expect(sent()).toBe(1);
  });

  test("takes no longer for an attempt than it may, its body included", async () => {
    const { client, at, sent } = start("getSession", [once({ kind: "stall", at: "mid-body" })]);
    const result = await client.getSession.safe(at, { timeoutMs: 100 });
    expect([result.ok, result.attempts.map(({ cause }) => cause), sent()]).toEqual([true, ["timeout", undefined], 2]);
  });

  test("takes no longer in all than it may", async () => {
    const { client, at } = start("getSession", [{ kind: "stall", at: "before-headers" }]);
    const { error } = await client.getSession.safe(at, { totalTimeoutMs: 50 });
    expect(error).toMatchObject({ name: "TimeoutError", scope: "total", outcome: "unknown" });
  });

  test("tells of what the description does not know, and hands it out all the same", async () => {
    const told: string[] = [];
    const { client, at } = start("getSession", [{ kind: "edit", set: { "/metadata/mood": "fine" } }], {
      onUnrecognized: ({ kind, place }) => told.push(`${kind} ${place}`),
    });
    expect(await client.getSession(at)).toMatchObject({ metadata: { mood: "fine" } });
    expect(told).toEqual(["field /metadata/mood"]);
  });
});

describe("a listing", () => {
  /** What the service itself gives on one long page. */
  const truthOf = async ({ world, at }: Setting): Promise<string[]> => {
    const { token } = world.emulator.credentials.foundry;
    const url = `http://localhost/api/v2/aipAgents/agents/${at.agentRid}/sessions?preview=true&pageSize=100`;
    const answer = await world.emulator.fetch(url, { headers: { authorization: `Bearer ${token}` } });
    const { data } = (await answer.json()) as { data: { rid: string }[] };
    return data.map(({ rid }) => rid);
  };

  test("has every session once and in the service's order, by items, by pages and from any page on", async () => {
    const setting = start("listSessions", []);
    const { client, at } = setting;
    const truth = await truthOf(setting);
    expect(truth.length).toBeGreaterThan(30);
    const input = { agentRid: at.agentRid };
    const items: string[] = [];
    for await (const { rid } of client.listSessions(input)) items.push(rid);
    expect(items.slice(0, truth.length)).toEqual(truth);
    expect(new Set(items).size).toBe(items.length);
    let read = 0;
    for await (const { items: page, next } of client.listSessions(input).pages()) {
      expect(page.map(({ rid }) => rid)).toEqual(items.slice(read, (read += page.length)));
      if (next === undefined) continue;
      const rest = await client.listSessions.page(input, { resume: next });
      expect(rest.items[0]?.rid).toBe(items[read]);
    }
    expect(read).toBe(items.length);
  });

  test("that fails on a page gives those before it, and the failure, and ends", async () => {
    const { client, at } = start("listSessions", [{ nth: 3, fault: failure(400) }]);
    const seen: string[] = [];
    for await (const result of client.listSessions.safe({ agentRid: at.agentRid })) {
      seen.push(result.ok ? `page of ${result.data.items.length}` : result.error.name);
    }
    expect(seen).toEqual(["page of 10", "page of 10", "UnrecognizedApiError"]);
    const again = start("listSessions", [{ nth: 3, fault: failure(400) }]);
    const thrown: unknown = await again.client
      .listSessions({ agentRid: again.at.agentRid })
      .toArray()
      .catch((error: unknown) => error);
    expect(thrown).toMatchObject({ name: "UnrecognizedApiError", status: 400, operation: "listSessions" });
  });

  test("that the service leads in a circle ends with an error", async () => {
    const { client, at, sent } = start("listSessions", [{ kind: "repeat-page" }]);
    const thrown: unknown = await client
      .listSessions({ agentRid: at.agentRid })
      .toArray()
      .catch((error: unknown) => error);
    expect(thrown).toMatchObject({ name: "PaginationError", reason: "repeated-position" });
    expect(sent()).toBeLessThan(4);
  });

  test("is never cut off in silence", async () => {
    const { client, at } = start("listSessions", []);
    const listing = client.listSessions({ agentRid: at.agentRid });
    const { length } = await listing.toArray();
    expect(await listing.toArray({ max: length })).toHaveLength(length);
    const thrown: unknown = await listing.toArray({ max: length - 1 }).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ name: "PaginationError", reason: "max-exceeded" });
  });

  test("that is left asks for nothing more", async () => {
    const { client, at, sent } = start("listSessions", []);
    let taken = 0;
    for await (const _ of client.listSessions({ agentRid: at.agentRid })) if (++taken === 10) break;
    expect(sent()).toBe(1);
  });
});
