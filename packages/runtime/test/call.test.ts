import { getEventListeners } from "node:events";
import { describe, expect, test, vi } from "vitest";
import { call } from "../src/call.js";
import { systemClock } from "../src/clock.js";
import { isApiError, isSdkError, type SdkError } from "../src/index.js";
import type { Operation } from "../src/operation.js";
import { createThing, getThing, json, listThings, scripted, transportWith, virtualClock } from "./support/fixture.js";

const thing = json({ id: "t1" });
const broken = (code: string): Error =>
  Object.assign(new TypeError("fetch failed"), { cause: Object.assign(new Error(code), { code }) });
const input = (operation: Operation): object => (operation === getThing ? { thingId: "t1" } : { name: "n" });

async function failed(promise: ReturnType<typeof call>): Promise<SdkError> {
  const result = await promise;
  if (result.ok) throw new Error("expected a failure");
  expect(isSdkError(result.error)).toBe(true);
  return result.error;
}

describe("what is sent again", () => {
  test.each([
    // failure, sends of a read, sends of a create, outcome
    ["a refused connection", broken("ECONNREFUSED"), 3, 3, "notSent"],
    ["an unknown host", broken("ENOTFOUND"), 3, 3, "notSent"],
    ["a connect timeout", broken("UND_ERR_CONNECT_TIMEOUT"), 3, 3, "notSent"],
    ["a reset connection", broken("ECONNRESET"), 3, 1, "unknown"],
    ["a closed socket", broken("UND_ERR_SOCKET"), 3, 1, "unknown"],
    ["a platform timeout", broken("UND_ERR_HEADERS_TIMEOUT"), 3, 1, "unknown"],
    ["429", new Response(null, { status: 429 }), 3, 3, "rejected"],
    ["503 that rejects", new Response(null, { status: 503 }), 3, 3, "rejected"],
    ["500", json({}, 500), 3, 1, "unknown"],
    ["502 from a proxy", new Response("<h1>Bad gateway</h1>", { status: 502 }), 3, 1, "unknown"],
    ["408", new Response(null, { status: 408 }), 3, 1, "unknown"],
    ["400", json({ message: "no" }, 400), 1, 1, "rejected"],
    ["404", json({ errorName: "ThingNotFound" }, 404), 1, 1, "rejected"],
    [
      "a redirect",
      new Response(null, { status: 307, headers: { location: "https://evil.example/x" } }),
      1,
      1,
      "rejected",
    ],
    ["a 200 without a body", new Response(null, { status: 200 }), 3, 1, "unknown"],
    ["a 200 with HTML", new Response("<html>", { headers: { "content-type": "text/html" } }), 3, 1, "unknown"],
    [
      "a 200 with half a document",
      new Response('{"id": "t', { headers: { "content-type": "application/json" } }),
      3,
      1,
      "unknown",
    ],
    ["a 200 with something else", json({ error: "oops" }), 3, 1, "unknown"],
    ["a 204", new Response(null, { status: 204 }), 3, 1, "unknown"],
  ] as const)("%s: %#", async (_, answer, reads, creates, outcome) => {
    for (const [operation, sends] of [
      [getThing, reads],
      [createThing, creates],
    ] as const) {
      const { fetch, sent } = scripted(answer);
      const error = await failed(call(transportWith({ fetch }), operation, input(operation)));
      expect({ sends: sent.length, outcome: error.outcome, attempts: error.attempts.length }).toEqual({
        sends,
        outcome,
        attempts: sends,
      });
    }
  });

  test("off is off, per client and per call", async () => {
    for (const where of ["client", "call"]) {
      const { fetch, sent } = scripted(new Response(null, { status: 429 }));
      const transport = transportWith({ fetch, ...(where === "client" && { retry: false }) });
      await failed(call(transport, getThing, { thingId: "t1" }, where === "call" ? { retry: false } : {}));
      expect(sent).toHaveLength(1);
    }
  });

  test("an unknown failure of a create names the read that settles it", async () => {
    const { fetch } = scripted(json({}, 500));
    expect((await failed(call(transportWith({ fetch }), createThing, {}))).message).toContain("listThings");
  });

  test("do-not-retry is obeyed", async () => {
    const { fetch, sent } = scripted(
      new Response(null, { status: 429, headers: { "qos-retry-hint": "do-not-retry" } }),
    );
    await failed(call(transportWith({ fetch }), getThing, { thingId: "t1" }));
    expect(sent).toHaveLength(1);
  });

  test("a failed attempt that may have acted is not forgotten when the next one was not sent", async () => {
    const { fetch } = scripted(broken("ECONNRESET"), broken("ECONNREFUSED"));
    const error = await failed(call(transportWith({ fetch }), getThing, { thingId: "t1" }));
    expect(error.outcome).toBe("unknown");
    expect(error.attempts.map(({ cause }) => cause)).toEqual(["connection broke", "no connection", "no connection"]);
  });

  test("success after failures tells its history", async () => {
    const { fetch } = scripted(new Response(null, { status: 503 }), thing);
    const result = await call(transportWith({ fetch }), getThing, { thingId: "t1" });
    expect(result).toMatchObject({ ok: true, data: { id: "t1" }, response: { status: 200 } });
    expect(result.attempts).toMatchObject([
      { number: 1, status: 503, why: "first attempt", waitedMs: 0 },
      { number: 2, status: 200, why: "after 503", waitedMs: 250 },
    ]);
  });
});

describe("waits", () => {
  test("follow full jitter up to the cap", async () => {
    const clock = virtualClock();
    const { fetch } = scripted(new Response(null, { status: 429 }));
    await failed(call(transportWith({ fetch, clock, retry: { maxAttempts: 8 } }), getThing, { thingId: "t1" }));
    expect(clock.waits).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000]);
  });

  test("follow Retry-After where the service gives it", async () => {
    const clock = virtualClock();
    const { fetch } = scripted(new Response(null, { status: 429, headers: { "retry-after": "7" } }), thing);
    expect((await call(transportWith({ fetch, clock }), getThing, { thingId: "t1" })).ok).toBe(true);
    expect(clock.waits).toEqual([7000]);
  });

  test("longer than the time left fail at once with retryAt", async () => {
    const clock = virtualClock();
    const { fetch, sent } = scripted(new Response(null, { status: 429, headers: { "retry-after": "30" } }));
    const error = await failed(
      call(transportWith({ fetch, clock, totalTimeoutMs: 10_000 }), getThing, { thingId: "t1" }),
    );
    expect(sent).toHaveLength(1);
    expect(clock.waits).toEqual([]);
    expect(isApiError(error, "RateLimited") && error.retryAt).toBe(clock.now() + 30_000);
  });

  test("over a minute need somebody who is told", async () => {
    const { fetch } = scripted(new Response(null, { status: 429, headers: { "retry-after": "90" } }), thing);
    expect((await call(transportWith({ fetch }), getThing, { thingId: "t1" })).ok).toBe(false);
    const told: number[] = [];
    const again = scripted(new Response(null, { status: 429, headers: { "retry-after": "90" } }), thing);
    const result = await call(
      transportWith({ fetch: again.fetch }),
      getThing,
      { thingId: "t1" },
      { onWait: ({ waitMs }) => void told.push(waitMs) },
    );
    expect([result.ok, told]).toEqual([true, [90_000]]);
  });

  test("end at once when the caller aborts", async () => {
    const controller = new AbortController();
    const { fetch } = scripted(new Response(null, { status: 429, headers: { "retry-after": "50" } }));
    const started = performance.now();
    const transport = transportWith({ fetch, clock: systemClock });
    const pending = call(transport, getThing, { thingId: "t1" }, { signal: controller.signal });
    setTimeout(() => controller.abort("enough"), 20);
    const error = await failed(pending);
    expect([error.name, error.outcome, error.cause]).toEqual(["AbortError", "rejected", "enough"]);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe("timeouts", () => {
  const stalls = (): Promise<Response> => new Promise(() => {});

  test("of an attempt end it even if fetch ignores its signal", async () => {
    const { fetch } = scripted(stalls);
    const error = await failed(call(transportWith({ fetch, timeoutMs: 20 }), createThing, {}));
    expect(error).toMatchObject({ name: "TimeoutError", scope: "attempt", timeoutMs: 20, outcome: "unknown" });
    expect(error.attempts).toMatchObject([{ cause: "timeout" }]);
  });

  test("of an attempt cover the body", async () => {
    const { fetch } = scripted(
      () =>
        new Response(new ReadableStream({ start: (c) => c.enqueue(new TextEncoder().encode("{")) }), {
          headers: { "content-type": "application/json" },
        }),
    );
    expect(await failed(call(transportWith({ fetch, timeoutMs: 20 }), createThing, {}))).toMatchObject({
      name: "TimeoutError",
      scope: "attempt",
    });
  });

  test("of the whole call cover all attempts", async () => {
    const { fetch } = scripted(stalls);
    const error = await failed(
      call(transportWith({ fetch, timeoutMs: 500, totalTimeoutMs: 50 }), getThing, { thingId: "t1" }),
    );
    expect(error).toMatchObject({ name: "TimeoutError", scope: "total", timeoutMs: 50, outcome: "unknown" });
  });
});

describe("the caller's signal", () => {
  test("that is aborted already means nothing is sent", async () => {
    const { fetch, sent } = scripted(thing);
    const error = await failed(
      call(transportWith({ fetch }), getThing, { thingId: "t1" }, { signal: AbortSignal.abort("why") }),
    );
    expect([error.name, error.outcome, error.cause, sent.length]).toEqual(["AbortError", "notSent", "why", 0]);
  });

  test("is let go of after every call, whatever its end", async () => {
    const { signal } = new AbortController();
    for (const answer of [thing, json({}, 404), broken("ECONNRESET"), new Response(null, { status: 200 })]) {
      const { fetch } = scripted(answer);
      await call(transportWith({ fetch }), getThing, { thingId: "t1" }, { signal });
      expect(getEventListeners(signal, "abort")).toHaveLength(0);
    }
  });
});

describe("what the service says", () => {
  test.each([
    [
      "a named error",
      json(
        { errorName: "ThingNotFound", errorCode: "NOT_FOUND", errorInstanceId: "i-1", parameters: { thingId: "t1" } },
        404,
      ),
      { name: "ThingNotFound", parameters: { thingId: "t1" }, requestId: "i-1", status: 404 },
    ],
    [
      "a name that is not documented",
      json({ errorName: "Surprise", parameters: { a: 1 } }, 400),
      { name: "UnrecognizedApiError", vendorName: "Surprise", parameters: { a: 1 } },
    ],
    [
      "a status that is not documented",
      json({ message: "teapot" }, 418),
      { name: "UnrecognizedApiError", vendorMessage: "teapot" },
    ],
    [
      "Kore's envelope",
      json({ errors: [{ msg: "Invalid SDK credentials", code: 4002 }] }, 500),
      { name: "InternalServerError", vendorMessage: "Invalid SDK credentials (code 4002)" },
    ],
    ["several messages", json({ message: ["a", "b"] }, 500), { vendorMessage: "a; b" }],
    [
      "a proxy's page",
      new Response("<html><style>x{}</style><h1>Bad   gateway</h1></html>", { status: 502 }),
      { vendorMessage: "Bad gateway" },
    ],
    [
      "nothing",
      new Response(null, { status: 500 }),
      { name: "InternalServerError", vendorMessage: undefined, body: undefined },
    ],
  ])("%s is kept", async (_, answer, expected) => {
    const { fetch } = scripted(answer);
    const error = await failed(call(transportWith({ fetch, retry: false }), getThing, { thingId: "t1" }));
    expect(error).toMatchObject(expected);
    expect(isApiError(error)).toBe(true);
  });

  /** An error answer whose body comes in pieces, and ends with a broken connection. */
  const breaking = (...pieces: string[]): (() => Response) => {
    const text = new TextEncoder();
    return () => {
      let next = 0;
      const pull = (controller: ReadableStreamDefaultController): void => {
        const piece = pieces[next++];
        if (piece === undefined) controller.error(new Error("cut"));
        else controller.enqueue(text.encode(piece));
      };
      return new Response(new ReadableStream({ pull }), { status: 404 });
    };
  };

  test("survives in a body that breaks off, as far as it came", async () => {
    const { fetch } = scripted(breaking('{"errorName":"ThingNotFound",', '"errorDescription":"no thing t1 h'));
    const error = await failed(call(transportWith({ fetch }), getThing, { thingId: "t1" }));
    expect(error).toMatchObject({ name: "UnrecognizedApiError", status: 404, outcome: "rejected" });
    expect(error).toMatchObject({ vendorMessage: '{"errorName":"ThingNotFound","errorDescription":"no thing t1 h' });
    expect(error.attempts).toMatchObject([{ status: 404, cause: "body broke off" }]);
  });

  test.each([
    ["with its length announced", { "content-length": "100000" }],
    ["without", {}],
  ])("survives in a body that is larger than allowed, %s: its beginning is kept", async (_, headers) => {
    let cancelled = 0;
    const fetch = async (): Promise<Response> => {
      const [page, rest] = ["<h1>The tenant acme is suspended</h1>", " ".repeat(1000)].map((text) => Buffer.from(text));
      const body = new ReadableStream({
        start: (c) => c.enqueue(page),
        pull: (c) => c.enqueue(rest),
        cancel: () => void cancelled++,
      });
      return new Response(body, { status: 403, headers });
    };
    const error = await failed(call(transportWith({ fetch, maxResponseBytes: 5000 }), getThing, { thingId: "t1" }));
    expect(error).toMatchObject({ status: 403, outcome: "rejected", vendorMessage: "The tenant acme is suspended" });
    expect([error.attempts.length, cancelled]).toEqual([1, 1]);
  });

  test("holds no part of the credential where a body breaks off in the middle of it", async () => {
    for (const piece of ['"bad secret-tok', '"bad secret-\\u0074o', '"bad secret-\\u00', '"bad s\\u0065cret-token"']) {
      const { fetch } = scripted(breaking('{"message":', piece));
      const error = await failed(call(transportWith({ fetch }), getThing, { thingId: "t1" }));
      expect(error).toMatchObject({ vendorMessage: '{"message":"bad [redacted]' + (piece.endsWith('"') ? '"' : "") });
    }
  });

  test("survives a body that breaks off at once", async () => {
    const { fetch } = scripted(
      () => new Response(new ReadableStream({ start: (c) => c.error(new Error("cut")) }), { status: 404 }),
    );
    expect(await failed(call(transportWith({ fetch }), getThing, { thingId: "t1" }))).toMatchObject({
      name: "UnrecognizedApiError",
      status: 404,
      outcome: "rejected",
    });
  });

  test("never contains the credential, even where it echoes it", async () => {
    const { fetch } = scripted(json({ message: "token secret-token is bad" }, 400));
    const error = await failed(call(transportWith({ fetch }), getThing, { thingId: "t1" }));
    const { inspect } = await import("node:util");
    expect(inspect(error, { depth: 10 }) + JSON.stringify(error) + error.stack).not.toContain("secret-token");
    expect(error.message).toContain("[redacted]");
  });

  test("never contains the credential in the escapes of JSON, in keys, or in a request id", async () => {
    const token = "tok/en-\u00b5".replace("\u00b5", "x");
    const escaped = token.replace("/", "\\/").replace("t", "\\u0074");
    const body = `{"message":"bad ${escaped}","${escaped}":{"deep":["${escaped}"]}}`;
    const headers = { "content-type": "application/json", "x-request-id": `r ${token}` };
    const { fetch } = scripted(new Response(body, { status: 400, headers }));
    const error = await failed(call(transportWith({ fetch, auth: token }), getThing, { thingId: "t1" }));
    const { inspect } = await import("node:util");
    expect(inspect(error, { depth: 10, showHidden: true }) + JSON.stringify(error)).not.toContain(token);
    expect(isApiError(error) && error.body).toEqual({
      message: "bad [redacted]",
      "[redacted]": { deep: ["[redacted]"] },
    });
  });

  test("by a status that rejects counts only without a body: one with a body is a proxy's", async () => {
    const { fetch, sent } = scripted(new Response("<h1>Unavailable</h1>", { status: 503 }));
    const error = await failed(call(transportWith({ fetch }), createThing, {}));
    expect([error.outcome, sent.length]).toEqual(["unknown", 1]);
  });

  test("with a time to retry that has passed already is no negative wait", async () => {
    let now = 0;
    const waits: number[] = [];
    const clock = { now: () => (now += 5), sleep: async (ms: number) => void waits.push(ms) };
    const { fetch } = scripted(new Response(null, { status: 429, headers: { "retry-after": "0" } }), thing);
    expect((await call(transportWith({ fetch, clock }), getThing, { thingId: "t1" })).ok).toBe(true);
    expect(waits).toEqual([0]);
  });

  test("is bounded in size", async () => {
    const { fetch } = scripted(json({ id: "x".repeat(100) }));
    expect(await failed(call(transportWith({ fetch, maxResponseBytes: 50 }), createThing, {}))).toMatchObject({
      reason: "too-large",
    });
  });
});

describe("what is sent", () => {
  test("path values arrive as the same string", async () => {
    for (const thingId of ["a/b", "a b", "é%20", "!'()*", "...", "a?b#c"]) {
      const { fetch, sent } = scripted(thing);
      expect((await call(transportWith({ fetch }), getThing, { thingId })).ok).toBe(true);
      expect(decodeURIComponent(new URL(sent[0]?.url ?? "").pathname.split("/").at(-1) ?? "")).toBe(thingId);
    }
  });

  test("the credential and our headers", async () => {
    const { fetch, sent } = scripted(thing);
    await call(
      transportWith({ fetch, headers: { "x-a": "1" } }),
      createThing,
      { name: "n" },
      { headers: { "x-b": "2" } },
    );
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toMatchObject({
      authorization: "Bearer secret-token",
      "x-a": "1",
      "x-b": "2",
      "content-type": "application/json",
    });
    expect(sent[0]?.body).toBe('{"name":"n"}');
  });

  test("a header once, however its name is written: the call's goes before the client's, and both before ours", async () => {
    const { fetch, sent } = scripted(thing);
    const transport = transportWith({ fetch, headers: { "X-Tenant": "a", accept: "application/vnd.acme+json" } });
    await call(transport, createThing, {}, { headers: { "x-tenant": "b", "content-Type": "application/json; v=2" } });
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toMatchObject({
      "x-tenant": "b",
      accept: "application/vnd.acme+json",
      "content-type": "application/json; v=2",
    });
  });

  test("query values arrive as the same string", async () => {
    for (const pageToken of ["a&b=c", "a+b", "a b", "é%20#", "/?:@"]) {
      const { fetch, sent } = scripted(json({}));
      expect((await call(transportWith({ fetch }), listThings, { pageToken, pageSize: 5 })).ok).toBe(true);
      const { searchParams } = new URL(sent[0]?.url ?? "");
      expect([...searchParams]).toEqual([
        ["pageSize", "5"],
        ["pageToken", pageToken],
      ]);
    }
  });

  test.each([
    ["input.thingId", {}, {}],
    ["input.thingId", { thingId: "" }, {}],
    ["input.thingId", { thingId: "." }, {}],
    ["input.thingId", { thingId: ".." }, {}],
    ["input.thingId", { thingId: 5 }, {}],
    ["input.thingId", { thingId: "\ud800" }, {}],
    ["input.thingID", { thingId: "t1", thingID: "t1" }, {}],
    ["input", "t1", {}],
    ["timeoutMs", { thingId: "t1" }, { timeoutMs: 0 }],
    ["retry.maxAttempts", { thingId: "t1" }, { retry: { maxAttempts: 0 } }],
    ["headers.x-a", { thingId: "t1" }, { headers: { "x-a": "1\r\nx-b: 2" } }],
    ["headers.authorization", { thingId: "t1" }, { headers: { authorization: "x" } }],
  ])("a bad %s is refused before anything is sent (%#)", async (field, bad, options) => {
    const { fetch, sent } = scripted(thing);
    const error = await failed(call(transportWith({ fetch }), getThing, bad, options));
    expect(error).toMatchObject({ name: "ConfigurationError", field, outcome: "notSent", operation: "getThing" });
    expect(sent).toHaveLength(0);
  });
});

describe("signing in", () => {
  test("a refused credential is replaced once, and the call repeated once", async () => {
    const asked: boolean[] = [];
    const { fetch, sent } = scripted(json({}, 401), thing);
    const auth = ({ forceRefresh }: { forceRefresh: boolean }): string => {
      asked.push(forceRefresh);
      return `token-${asked.length}`;
    };
    expect((await call(transportWith({ fetch, auth }), createThing, {})).ok).toBe(true);
    expect([asked, sent.map(({ headers }) => headers.get("authorization"))]).toEqual([
      [false, true],
      ["Bearer token-1", "Bearer token-2"],
    ]);
  });

  test("a credential refused twice is an error", async () => {
    let n = 0;
    const { fetch, sent } = scripted(json({}, 401));
    const error = await failed(call(transportWith({ fetch, auth: () => `t${n++}` }), getThing, { thingId: "t1" }));
    expect([error.name, sent.length, error.outcome]).toEqual(["UnrecognizedApiError", 2, "rejected"]);
  });

  test("a fixed credential is not tried twice", async () => {
    const { fetch, sent } = scripted(json({}, 401));
    await failed(call(transportWith({ fetch }), getThing, { thingId: "t1" }));
    expect(sent).toHaveLength(1);
  });

  test("calls at the same time ask once", async () => {
    let asked = 0;
    const { fetch } = scripted(thing);
    const transport = transportWith({
      fetch,
      auth: async () => ({ token: `t${++asked}`, expiresAt: Number.MAX_SAFE_INTEGER }),
    });
    await Promise.all(Array.from({ length: 20 }, () => call(transport, getThing, { thingId: "t1" })));
    expect(asked).toBe(1);
  });

  test("a token is replaced before it dies", async () => {
    const clock = virtualClock();
    let asked = 0;
    const { fetch } = scripted(thing);
    const transport = transportWith({
      fetch,
      clock,
      auth: () => ({ token: `t${++asked}`, expiresAt: clock.now() + 60_000 }),
    });
    for (const wait of [0, 20_000, 15_000]) {
      await clock.sleep(wait);
      await call(transport, getThing, { thingId: "t1" });
    }
    expect(asked).toBe(2);
  });

  test("a failing token source is not a failing call", async () => {
    const { fetch, sent } = scripted(thing);
    const error = await failed(
      call(transportWith({ fetch, auth: () => Promise.reject(new Error("vault is down")) }), getThing, {
        thingId: "t1",
      }),
    );
    expect([error.name, error.outcome, (error.cause as Error).message, sent.length]).toEqual([
      "CredentialsError",
      "notSent",
      "vault is down",
      0,
    ]);
  });
});

describe("a token source that hangs", () => {
  test("fails the call in its time, and is asked anew by the next", async () => {
    let asked = 0;
    const auth = (): Promise<string> => (++asked === 1 ? new Promise(() => {}) : Promise.resolve("good"));
    const { fetch } = scripted(thing);
    const transport = transportWith({ fetch, auth, timeoutMs: 20, retry: false });
    const error = await failed(call(transport, getThing, { thingId: "t1" }));
    expect([error.name, error.outcome]).toEqual(["CredentialsError", "notSent"]);
    expect((await call(transport, getThing, { thingId: "t1" })).ok).toBe(true);
  });
});

describe("a token that several calls wait for", () => {
  /** A token source that answers when told to, and what its signals say. */
  function slowSource() {
    const gates: ((token: string) => void)[] = [];
    const signals: AbortSignal[] = [];
    const auth = ({ signal }: { readonly signal: AbortSignal }): Promise<string> => {
      signals.push(signal);
      return new Promise((resolve) => gates.push(resolve));
    };
    return { auth, gates, signals };
  }

  test("is not lost to the others when one of them is aborted, which returns at once", async () => {
    const { auth, gates, signals } = slowSource();
    const { fetch } = scripted(thing);
    const transport = transportWith({ fetch, auth });
    const controller = new AbortController();
    const leaving = call(transport, getThing, { thingId: "t1" }, { signal: controller.signal });
    const staying = call(transport, getThing, { thingId: "t1" });
    await vi.waitFor(() => expect(gates).toHaveLength(1));
    controller.abort();
    expect(await failed(leaving)).toMatchObject({ name: "AbortError", outcome: "notSent" });
    expect(signals[0]?.aborted).toBe(false);
    gates[0]?.("good");
    expect([(await staying).ok, gates.length, signals[0]?.aborted]).toEqual([true, 1, false]);
  });

  test("is no longer asked for when the last of them has left, and the next call asks anew", async () => {
    const { auth, gates, signals } = slowSource();
    const { fetch } = scripted(thing);
    const transport = transportWith({ fetch, auth });
    const controller = new AbortController();
    const leaving = [1, 2].map(() => call(transport, getThing, { thingId: "t1" }, { signal: controller.signal }));
    await vi.waitFor(() => expect(gates).toHaveLength(1));
    controller.abort();
    for (const one of leaving) expect((await failed(one)).name).toBe("AbortError");
    expect(signals[0]?.aborted).toBe(true);
    const next = call(transport, getThing, { thingId: "t1" });
    await vi.waitFor(() => expect(gates).toHaveLength(2));
    gates[1]?.("good");
    expect((await next).ok).toBe(true);
  });

  test("that one has waited for in vain is asked for anew by those who come later", async () => {
    const { auth, gates } = slowSource();
    const { fetch } = scripted(thing);
    const transport = transportWith({ fetch, auth, retry: false });
    const patient = call(transport, getThing, { thingId: "t1" });
    expect((await failed(call(transport, getThing, { thingId: "t1" }, { timeoutMs: 10 }))).name).toBe(
      "CredentialsError",
    );
    const later = call(transport, getThing, { thingId: "t1" });
    await vi.waitFor(() => expect(gates).toHaveLength(2));
    for (const open of gates) open("good");
    expect([(await patient).ok, (await later).ok]).toEqual([true, true]);
  });
});

test("a forced refresh is not served by a request that was under way unforced", async () => {
  const gates: ((token: string) => void)[] = [];
  const auth = ({ forceRefresh }: { forceRefresh: boolean }): Promise<string> =>
    forceRefresh ? Promise.resolve("fresh") : new Promise((resolve) => gates.push(resolve));
  const get = (): ReturnType<typeof call> => call(transport, getThing, { thingId: "t1" });
  let other: ReturnType<typeof call> | undefined;
  // While the first call is answered 401, another one is asking for a token, and will be given the refused one.
  const { fetch, sent } = scripted(() => {
    other = get();
    setTimeout(() => gates[1]?.("stale"), 5);
    return json({}, 401);
  }, thing);
  const transport = transportWith({ fetch, auth });
  const first = get();
  await vi.waitFor(() => expect(gates).toHaveLength(1));
  gates[0]?.("stale");
  expect([(await first).ok, (await other)?.ok]).toEqual([true, true]);
  expect(sent.map(({ headers }) => headers.get("authorization"))).toEqual([
    "Bearer stale",
    "Bearer fresh",
    "Bearer stale",
  ]);
});

test("a refused credential is not sent again by the next call, even where this one may not repeat", async () => {
  let asked = 0;
  const auth = (): { token: string; expiresAt: number } => ({
    token: `t${++asked}`,
    expiresAt: Number.MAX_SAFE_INTEGER,
  });
  const { fetch, sent } = scripted(json({}, 401), thing);
  const transport = transportWith({ fetch, auth, retry: false });
  await failed(call(transport, getThing, { thingId: "t1" }));
  expect((await call(transport, getThing, { thingId: "t1" })).ok).toBe(true);
  expect(sent.map(({ headers }) => headers.get("authorization"))).toEqual(["Bearer t1", "Bearer t2"]);
});

describe("a failure on our side of fetch", () => {
  test.each([
    ["middleware that throws", { middleware: [() => Promise.reject(new Error("mw"))] }, {}],
    ["middleware that answers with nothing", { middleware: [async () => undefined as never] }, {}],
    ["a value that JSON cannot hold", {}, { name: 1n }],
  ])("%s means that nothing was sent", async (_, options, bad) => {
    const { fetch, sent } = scripted(thing);
    const operation = { ...createThing, inputs: { name: { in: "body", type: "object" } } } as unknown as Operation;
    const input = "name" in bad ? { name: { deep: 1n } } : {};
    const error = await failed(call(transportWith({ fetch, ...options }), operation, input));
    expect([error.name, error.outcome, sent.length]).toEqual(["ConfigurationError", "notSent", 0]);
  });

  test("after the request has left means that the outcome is unknown", async () => {
    const { fetch, sent } = scripted(thing);
    const after = async (request: Request, next: (request: Request) => Promise<Response>): Promise<Response> => {
      await next(request);
      throw new Error("too late");
    };
    const error = await failed(call(transportWith({ fetch, middleware: [after] }), createThing, {}));
    expect([error.outcome, sent.length]).toEqual(["unknown", 1]);
  });

  test.each([
    ["signal", { signal: new AbortController() as never }],
    ["middleware", { middleware: {} as never }],
    ["middleware", { middleware: [5] as never }],
    ["onWait", { onWait: 5 as never }],
    ["retry", { retry: "no" as never }],
    ["retry.baseDelayMs", { retry: { baseDelayMs: Number.NaN } }],
    ["headers", { headers: new Headers() as never }],
    ["timeouts", { timeouts: 5 } as never],
    ["retry.attempts", { retry: { attempts: 5 } as never }],
  ])("a bad %s is refused (%#)", async (field, options) => {
    const { fetch } = scripted(thing);
    expect(await failed(call(transportWith({ fetch }), getThing, { thingId: "t1" }, options))).toMatchObject({
      field,
      outcome: "notSent",
    });
  });
});

test("a page of markup made to be slow is read at once", async () => {
  for (const piece of ["<", "<style", "<style>", " "]) {
    const { fetch } = scripted(new Response(piece.repeat(1_000_000), { status: 400 }));
    const started = performance.now();
    await failed(call(transportWith({ fetch }), getThing, { thingId: "t1" }));
    expect(performance.now() - started).toBeLessThan(1000);
  }
});

test("waiting for a rate limit does not use up the time of the call", async () => {
  const { fetch } = scripted(thing);
  const limited = { ...getThing, rateLimits: [{ requests: 1, windowMs: 80, per: "account" }] };
  const transport = transportWith({ fetch, clock: systemClock, totalTimeoutMs: 60 });
  expect((await call(transport, limited, { thingId: "t1" })).ok).toBe(true);
  expect((await call(transport, limited, { thingId: "t1" })).ok).toBe(true);
});

test("a clock that throws instead of rejecting leaves no timer behind", async () => {
  const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const before = timers();
  const clock = {
    now: () => 0,
    sleep: () => {
      throw new Error("no time");
    },
  };
  const { fetch } = scripted(new Response(null, { status: 503 }));
  const error = await failed(call(transportWith({ fetch, clock }), getThing, { thingId: "t1" }));
  expect([error.name, (error.cause as Error).message, timers()]).toEqual(["ConfigurationError", "no time", before]);
});

describe("middleware", () => {
  test("wraps each attempt, the client's outside the call's", async () => {
    const trace: string[] = [];
    const layer = (name: string) => async (request: Request, next: (request: Request) => Promise<Response>) => {
      trace.push(`${name} in`);
      const response = await next(request);
      trace.push(`${name} out ${response.status}`);
      return response;
    };
    const { fetch } = scripted(new Response(null, { status: 503 }), thing);
    await call(
      transportWith({ fetch, middleware: [layer("a")] }),
      getThing,
      { thingId: "t1" },
      { middleware: [layer("b")] },
    );
    expect(trace).toEqual(["a in", "b in", "b out 503", "a out 503", "a in", "b in", "b out 200", "a out 200"]);
  });

  test("that is still at work when the attempt is over sends nothing any more", async () => {
    const { fetch, sent } = scripted(thing);
    let late: Promise<unknown> = Promise.resolve();
    const slow = (request: Request, next: (request: Request) => Promise<Response>): Promise<Response> => {
      const work = async (): Promise<Response> => {
        await new Promise((resolve) => setTimeout(resolve, 30));
        return next(request);
      };
      const response = work();
      late = response.catch(() => {});
      return response;
    };
    const transport = transportWith({ fetch, middleware: [slow], timeoutMs: 10, retry: false });
    const error = await failed(call(transport, createThing, {}));
    await late;
    expect([error.name, error.outcome, sent.length]).toEqual(["TimeoutError", "notSent", 0]);
  });

  test("that calls next twice is refused", async () => {
    const { fetch, sent } = scripted(thing);
    const twice = async (request: Request, next: (request: Request) => Promise<Response>): Promise<Response> => {
      await next(request.clone());
      return next(request);
    };
    const error = await failed(call(transportWith({ fetch, middleware: [twice] }), createThing, {}));
    expect([error.name, error.outcome, sent.length]).toEqual(["ConfigurationError", "unknown", 1]);
  });
});
