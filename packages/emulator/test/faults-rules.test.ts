import { describe, expect, it } from "vitest";
import { createEmulator, type FaultRule } from "../src/index.js";
import { startFaulty, type FaultyEmulator, type OperationName } from "./support/faulty-call.js";

const fault = { kind: "answer", status: 500 } as const;

/** The statuses of so many calls in a row. */
async function statuses({ call }: FaultyEmulator, operation: OperationName, count: number): Promise<number[]> {
  const found: number[] = [];
  while (found.length < count) found.push((await call(operation)).status);
  return found;
}

describe("a rule", () => {
  it("is met by every operation of every API unless it says otherwise", async () => {
    const faulty = startFaulty({ fault });
    for (const operation of ["createSession", "listAppSessions", "getBotSessions"] as const) {
      expect(await statuses(faulty, operation, 2)).toEqual([500, 500]);
    }
  });

  it("may be for one operation", async () => {
    const faulty = startFaulty({ operation: "createSession", fault });
    expect(await statuses(faulty, "createSession", 1)).toEqual([500]);
    expect(await statuses(faulty, "listSessions", 1)).toEqual([200]);
  });

  it("may be for one API", async () => {
    const faulty = startFaulty({ api: "xo", fault });
    expect(await statuses(faulty, "getBotSessions", 1)).toEqual([500]);
    expect(await statuses(faulty, "listSessions", 1)).toEqual([200]);
  });

  it.each<[Partial<FaultRule>, number[]]>([
    [{ nth: 2 }, [200, 500, 200, 200]],
    [{ nth: { from: 2 } }, [200, 500, 500, 500]],
    [{ nth: { from: 2, to: 3 } }, [200, 500, 500, 200]],
    [{ times: 1 }, [500, 200, 200, 200]],
    [{ nth: { from: 2 }, times: 2 }, [200, 500, 500, 200]],
  ])("may be for some requests: %o", async (rule, expected) => {
    const faulty = startFaulty({ operation: "listSessions", fault, ...rule });
    expect(await statuses(faulty, "createSession", 1)).toEqual([200]);
    expect(await statuses(faulty, "listSessions", 4)).toEqual(expected);
  });

  it("counts the requests that it saw and those that met it, until it is removed", async () => {
    const faulty = startFaulty();
    const handle = faulty.emulator.faults.add({ operation: "listSessions", nth: 2, fault });
    await statuses(faulty, "listSessions", 3);
    expect([handle.seen, handle.fired]).toEqual([3, 1]);
    handle.remove();
    handle.remove();
    await statuses(faulty, "listSessions", 1);
    expect([handle.seen, faulty.emulator.faults.active]).toEqual([3, []]);
  });

  it("can be removed before any request has met it", async () => {
    const faulty = startFaulty();
    faulty.emulator.faults.add({ fault }).remove();
    expect(faulty.emulator.faults.active).toEqual([]);
    expect(await statuses(faulty, "listSessions", 1)).toEqual([200]);
  });

  it("is gone after clear, and its id is not given again", async () => {
    const { emulator, call } = startFaulty({ fault }, { fault });
    const ids = emulator.faults.active.map(({ id }) => id);
    emulator.faults.clear();
    expect((await call("listSessions")).status).toBe(200);
    expect(ids).not.toContain(emulator.faults.add({ fault }).id);
  });

  it("leaves preflights, unknown paths and the token endpoint alone, unless it names that", async () => {
    const path = "/multipass/api/oauth2/token";
    const { send, emulator } = startFaulty({ fault });
    const preflight = { method: "OPTIONS", headers: { "access-control-request-method": "POST" } };
    expect((await send("/api/public/getSessions", preflight)).status).toBe(204);
    expect((await send("/nowhere")).status).toBe(404);
    expect((await send("/api/public/getSessions")).status).toBe(405);
    expect((await send(path, { method: "POST" })).status).toBe(400);
    emulator.faults.add({ operation: `POST ${path}`, fault: { kind: "answer", status: 503 } });
    expect((await send(path, { method: "POST" })).status).toBe(503);
  });
});

describe("rules that meet the same request", () => {
  it("work together", async () => {
    const { call, clock } = startFaulty({ kind: "latency", ms: 70 }, { kind: "answer", status: 429, retryAfter: "3" });
    const from = clock.now();
    expect((await call("listSessions")).status).toBe(429);
    expect(clock.now() - from).toBe(70);
  });

  it("all count it, so that each means the same request by its number", async () => {
    const faulty = startFaulty({ nth: 1, fault }, { nth: 2, fault: { kind: "answer", status: 429 } });
    expect(await statuses(faulty, "listSessions", 3)).toEqual([500, 429, 200]);
  });

  it("act from the first added, which is nearest to the client, inwards", async () => {
    const { call } = startFaulty(
      { kind: "content-type", type: "text/css" },
      { kind: "answer", status: 200, body: "{}" },
    );
    expect((await call("listSessions")).headers.get("content-type")).toBe("text/css");
  });
});

describe("what is no rule", () => {
  it.each<[string, unknown, string]>([
    ["nothing", undefined, "a rule is an object"],
    ["no fault", {}, "fault: expected an object with a kind, found nothing"],
    ["an unknown fault", { fault: { kind: "flood" } }, 'stall, found "flood"'],
    ["an unknown field", { nht: 1, fault }, "nht: there is no such field; expected api, operation, nth"],
    ["an unknown field of a fault", { fault: { ...fault, delay: 1 } }, "fault.delay: there is no such field"],
    ["an unknown operation", { operation: "createSesion", fault }, 'getAccountSessions, found "createSesion"'],
    [
      "an operation of another API",
      { api: "xo", operation: "createSession", fault },
      "operation: expected getBotSessions",
    ],
    ["an unknown API", { api: "kore", fault }, 'api: expected foundry or agent-platform or xo, found "kore"'],
    ["a count from 0", { nth: 0, fault }, "nth: expected a whole number from 1"],
    ["a range backwards", { nth: { from: 3, to: 2 }, fault }, "nth: expected"],
    ["no times at all", { times: 0, fault }, "times: expected a whole number from 1, found 0"],
    [
      "no status",
      { fault: { kind: "answer" } },
      "fault.status: expected a whole number from 200 to 599, found nothing",
    ],
    ["a status that no answer has", { fault: { kind: "answer", status: 100 } }, "fault.status"],
    ["a body with 204", { fault: { kind: "answer", status: 204, body: "x" } }, "fault.status: 204 has no body"],
    ["a page with 304", { fault: { kind: "proxy-page", status: 304 } }, "fault.status: 304 has no body"],
    ["a header with a line break", { fault: { ...fault, headers: { a: "b\nc" } } }, "fault.headers"],
    ["a date that is none", { fault: { ...fault, retryAfter: { dateInMs: "1" } } }, "fault.retryAfter"],
    ["an endless latency", { fault: { kind: "latency", ms: Infinity } }, "fault.ms: expected milliseconds from 0"],
    [
      "a place that is none",
      { fault: { kind: "edit", set: { status: 1 } } },
      "fault.set: expected values by JSON pointer",
    ],
    ["a cut that is nowhere", { fault: { kind: "cut" } }, "fault.at: expected"],
    [
      "a cut in an answer, before it",
      { fault: { kind: "cut", at: "mid-body", when: "before" } },
      "fault.when goes with",
    ],
    [
      "a length before the headers",
      { fault: { kind: "stall", at: "before-headers", announced: true } },
      "fault.announced",
    ],
  ])("is refused, and what would be right is said: %s", (_, rule, message) => {
    const { faults } = createEmulator({ seed: "none" });
    const add = (): unknown => faults.add(rule as FaultRule);
    expect(add).toThrow(TypeError);
    expect(add).toThrow(message);
    expect(faults.active).toEqual([]);
  });

  it("is refused at the start, too", () => {
    expect(() => createEmulator({ seed: "none", faults: [{ operation: "nope", fault }] })).toThrow(
      "operation: expected",
    );
  });
});
