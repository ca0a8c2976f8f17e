import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import type { Fault } from "../src/index.js";
import { operations, requestFor, startFaulty } from "./support/faulty-call.js";

describe("latency", () => {
  it.each(["before", "after"] as const)("makes the operation wait by the emulator's clock (%s)", async (when) => {
    const { call, clock, emulator } = startFaulty({ kind: "latency", ms: 1500, when });
    const from = clock.now();
    expect((await call("createSession")).status).toBe(200);
    expect(clock.now() - from).toBe(1500);
    expect(emulator.log.at(-1)?.status).toBe(200);
  });
});

describe("another answer", () => {
  it.each([500, 502, 503])("may be an empty %i, and the operation does not take place", async (status) => {
    const { call, emulator } = startFaulty({ kind: "answer", status });
    const before = emulator.stored.foundry;
    const response = await call("createSession");
    expect([response.status, await response.text(), response.headers.get("content-length")]).toEqual([status, "", "0"]);
    expect(emulator.stored.foundry).toBe(before);
    expect(emulator.log.at(-1)).toMatchObject({ operation: "createSession", status });
  });

  it("may hide that the operation took place", async () => {
    const { call, emulator } = startFaulty({ kind: "answer", status: 500, when: "after" });
    const before = emulator.stored.foundry;
    expect((await call("createSession")).status).toBe(500);
    expect(emulator.stored.foundry).toBe(before + 1);
  });

  it.each([
    ["2", "2"],
    ["soon", "soon"],
    ["-5", "-5"],
    [{ dateInMs: 90_000 }, "Sat, 21 Nov 2026 10:19:13 GMT"],
    [{ dateInMs: -3_600_000 }, "Sat, 21 Nov 2026 09:17:43 GMT"],
    [undefined, null],
  ])("says when to come back: %o", async (retryAfter, header) => {
    const { call } = startFaulty({
      kind: "answer",
      status: 429,
      retryAfter,
      headers: { "qos-retry-hint": "do-not-retry" },
    });
    const { status, headers } = await call("listSessions");
    expect([status, headers.get("retry-after"), headers.get("qos-retry-hint")]).toEqual([429, header, "do-not-retry"]);
  });

  it("may be 204 where a body belongs", async () => {
    const response = await startFaulty({ kind: "answer", status: 204 }).call("listSessions");
    expect([response.status, response.body]).toEqual([204, null]);
  });

  it.each(["null", "[]", '"x"', "{}", '{"error":"x"}'])("may be 200 with %s", async (body) => {
    const response = await startFaulty({ kind: "answer", status: 200, body }).call("listSessions");
    expect(response.status).toBe(200);
    expect([response.headers.get("content-type"), await response.text()]).toEqual(["application/json", body]);
  });

  it.each([301, 302, 303, 307, 308])("may be a redirect to another origin: %i", async (status) => {
    const location = "https://other.example/";
    const response = await startFaulty({ kind: "answer", status, headers: { location } }).call("listSessions");
    expect([response.status, response.headers.get("location")]).toEqual([status, location]);
  });

  it.each([200, 502])("may be a page of HTML with status %i", async (status) => {
    const response = await startFaulty({ kind: "proxy-page", status }).call("listSessions");
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toMatch(/^text\/html/);
    expect(await response.text()).toContain(`The gateway says ${status}`);
  });
});

describe("a credential", () => {
  it.each(operations)("that has expired is refused by the service's own words: %s", async (operation) => {
    const { call } = startFaulty({ nth: 1, fault: { kind: "expired-credential" } });
    const refused = await call(operation);
    expect(refused.status).toBe(401);
    expect(await refused.json()).not.toEqual({});
    expect((await call(operation)).status).toBe(200);
  });

  it.each(operations)("is repeated in a body, plain and in escapes: %s", async (operation) => {
    const { call, emulator } = startFaulty({ kind: "echo-credential" });
    const response = await call(operation);
    const { headers } = requestFor(operation, emulator)[1];
    const sent = Object.values(headers as Record<string, string>).at(-1);
    expect(response.status).toBe(400);
    expect(await response.clone().json()).toEqual({ message: expect.stringContaining(sent!), detail: sent });
    expect((await response.text()).split(sent!)).toHaveLength(2);
  });

  it("is repeated in headers", async () => {
    const { call, emulator } = startFaulty({ kind: "echo-credential", status: 200, in: "headers" });
    const { status, headers } = await call("listSessions");
    const credential = `Bearer ${emulator.credentials.foundry.token}`;
    expect([status, headers.get("x-request-id")]).toEqual([200, credential]);
    expect(headers.get("www-authenticate")).toContain(credential);
  });
});

describe("the service's own answer", () => {
  it("may be cut short, as a whole message", async () => {
    const whole = await (await startFaulty().call("listSessions")).text();
    const half = await startFaulty({ kind: "truncate" }).call("listSessions");
    const text = await half.text();
    expect(text).toBe(whole.slice(0, text.length));
    expect(half.headers.get("content-length")).toBe(String(text.length));
    expect(text.length).toBe(Math.floor(whole.length / 2));
    expect(await (await startFaulty({ kind: "truncate", bytes: 0 }).call("listSessions")).text()).toBe("");
  });

  it.each(["text/plain", null])("may come under the content type %o", async (type) => {
    const response = await startFaulty({ kind: "content-type", type }).call("listSessions");
    expect(response.headers.get("content-type")).toBe(type);
    expect(await response.json()).toHaveProperty("data");
  });

  it("may hold unknown values, new fields and names that mean something to JavaScript", async () => {
    const { call } = startFaulty({
      kind: "edit",
      set: {
        "/sessions/*/status": "hibernating",
        "/sessions/0/a~1b": [1, null],
        "/__proto__": { polluted: true },
        "/nowhere/at": 1,
        "/pagination/totalCount": 7,
      },
    });
    const text = await (await call("listAppSessions")).text();
    const body = JSON.parse(text) as { sessions: Record<string, unknown>[]; pagination: object };
    expect(new Set(body.sessions.map(({ status }) => status))).toEqual(new Set(["hibernating"]));
    expect(body.sessions[0]?.["a/b"]).toEqual([1, null]);
    expect(body.sessions[1]).not.toHaveProperty("a/b");
    expect(text).toContain('"__proto__":{"polluted":true}');
    expect(body.pagination).toHaveProperty("totalCount", 7);
    expect(text).not.toContain("nowhere");
  });

  it("stays as it is where it is a refusal", async () => {
    const { call } = startFaulty({ kind: "edit", set: { "/x": 1 } }, { kind: "answer", status: 503 });
    expect(await (await call("listSessions")).text()).toBe("");
  });

  it("may be huge, with and without saying so beforehand", async () => {
    const bytes = 300_000;
    for (const announced of [true, false]) {
      const response = await startFaulty({ kind: "huge", bytes, announced }).call("listSessions");
      expect(response.headers.get("content-length")).toBe(announced ? String(bytes) : null);
      const text = await response.text();
      expect(text).toHaveLength(bytes);
      expect(JSON.parse(text)).toHaveProperty("data");
    }
  });

  it("may drip", async () => {
    const { call, clock } = startFaulty({ kind: "drip", bytes: 100, everyMs: 50 });
    const from = clock.now();
    const text = await (await call("listSessions")).text();
    expect(JSON.parse(text)).toHaveProperty("data");
    expect(clock.now() - from).toBe(50 * (Math.ceil(text.length / 100) - 1));
  });
});

describe("a listing that does not advance", () => {
  it.each(["listSessions", "listAppSessions", "getBotSessions"] as const)(
    "says so on every page: %s",
    async (operation) => {
      const { call } = startFaulty({ kind: "repeat-page" });
      const first = await (await call(operation)).text();
      expect(await (await call(operation)).text()).toBe(first);
      expect(JSON.parse(first)).toMatchObject(
        {
          listSessions: { nextPageToken: expect.any(String) as string },
          listAppSessions: { pagination: { hasMore: true, endIndex: 19 } },
          getBotSessions: { moreAvailable: true },
        }[operation],
      );
    },
  );

  it("accepts its own token", async () => {
    const { emulator } = startFaulty({ kind: "repeat-page" });
    const [url, init] = requestFor("listSessions", emulator);
    const { nextPageToken } = (await (await emulator.fetch(url, init)).json()) as { nextPageToken: string };
    const again = await emulator.fetch(`${url}&pageToken=${encodeURIComponent(nextPageToken)}`, init);
    expect(await again.json()).toMatchObject({ nextPageToken });
  });

  it.each(["listSessions", "listAppSessions", "getBotSessions"] as const)(
    "may be empty, too: %s",
    async (operation) => {
      const body = await (await startFaulty({ kind: "repeat-page", rows: "none" }).call(operation)).json();
      const { data, sessions } = body as { data?: unknown[]; sessions?: unknown[] };
      expect(data ?? sessions).toEqual([]);
    },
  );
});

describe("a connection", () => {
  it.each([
    ["reset", "ECONNRESET"],
    ["close", "UND_ERR_SOCKET"],
  ] as const)("that breaks before the headers rejects as fetch does (%s)", async (by, code) => {
    const { call, emulator } = startFaulty({ kind: "cut", at: "before-headers", by });
    const before = emulator.stored.foundry;
    const error: unknown = await call("createSession").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message: "fetch failed", cause: { code } });
    expect(emulator.stored.foundry).toBe(before);
    expect(emulator.log.at(-1)).toMatchObject({ operation: "createSession", status: 0 });
  });

  it("that breaks before the headers may hide that the operation took place", async () => {
    const { call, emulator } = startFaulty({ kind: "cut", at: "before-headers", when: "after" });
    const before = emulator.stored.foundry;
    await expect(call("createSession")).rejects.toThrow(TypeError);
    expect(emulator.stored.foundry).toBe(before + 1);
  });

  it.each(["after-headers", "mid-body"] as const)("that breaks later breaks the body: %s", async (at) => {
    for (const announced of [true, false, undefined]) {
      const response = await startFaulty({ kind: "cut", at, announced }).call("listSessions");
      expect(response.status).toBe(200);
      expect(response.headers.has("content-length")).toBe(announced ?? true);
      await expect(response.text()).rejects.toMatchObject({ name: "TypeError", cause: { code: "ECONNRESET" } });
    }
  });

  it.each<[Fault, number]>([
    [{ kind: "stall", at: "before-headers" }, 0],
    [{ kind: "stall", at: "before-headers", when: "after" }, 1],
    [{ kind: "stall", at: "after-headers" }, 1],
    [{ kind: "stall", at: "mid-body" }, 1],
    [{ kind: "stall", at: "mid-body", announced: false }, 1],
  ])("that stalls ends with the client's reason, and leaves its signal alone: %o", async (fault, created) => {
    const { call, emulator } = startFaulty(fault);
    const before = emulator.stored.foundry;
    const client = new AbortController();
    const reason = new Error("enough");
    const text = call("createSession", client.signal).then((response) => response.text());
    const settled = text.then(
      () => "answered",
      (error: unknown) => error,
    );
    expect(await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, 20, "waiting"))])).toBe("waiting");
    expect(emulator.stored.foundry - before).toBe(created);
    client.abort(reason);
    expect(await settled).toBe(reason);
    expect(getEventListeners(client.signal, "abort")).toHaveLength(0);
  });

  it("that stalls for nobody's sake stalls for ever", async () => {
    const answer = startFaulty({ kind: "stall", at: "before-headers" }).call("listSessions");
    expect(await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 20, "waiting"))])).toBe("waiting");
  });

  it.each([
    { kind: "drip", bytes: 10, everyMs: 5 },
    { kind: "huge", bytes: 1_000_000 },
    { kind: "stall", at: "mid-body" },
  ] satisfies Fault[])("is left alone once nobody reads it any more: %o", async (fault) => {
    const client = new AbortController();
    const response = await startFaulty(fault).call("listSessions", client.signal);
    const reader = response.body!.getReader();
    await reader.read();
    expect(getEventListeners(client.signal, "abort")).toHaveLength(1);
    await reader.cancel();
    expect(getEventListeners(client.signal, "abort")).toHaveLength(0);
  });
});
