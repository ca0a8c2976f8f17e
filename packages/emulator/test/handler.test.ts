import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { startEmulator } from "./support/started-emulator.js";

const { agentRid, token } = startEmulator({ seed: "none" }).emulator.credentials.foundry;
const SESSIONS = `/api/v2/aipAgents/agents/${agentRid}/sessions`;
const authorization = `Bearer ${token}`;

describe("a request to no operation", () => {
  it("gets 404 and the paths that there are", async () => {
    const { status, body } = await startEmulator({ seed: "none" }).send<{ paths: string[] }>(
      "/api/v2/aipAgents/agents",
    );
    expect(status).toBe(404);
    expect(body.paths).toEqual([
      "GET /api/v2/aipAgents/agents/{agentRid}/sessions",
      "POST /api/v2/aipAgents/agents/{agentRid}/sessions",
      "GET /api/v2/aipAgents/agents/{agentRid}/sessions/{sessionRid}",
      "POST /multipass/api/oauth2/token",
      "POST /api/v2/apps/{appId}/environments/{envName}/sessions",
      "POST /api/v2/apps/{appId}/environments/{envName}/sessions/list",
      "GET /r/{code}",
      "POST /api/public/bot/{botId}/getSessions",
      "POST /api/public/getSessions",
    ]);
  });

  it.each([
    ["DELETE", SESSIONS, "GET, POST, OPTIONS"],
    ["GET", "/multipass/api/oauth2/token", "POST, OPTIONS"],
    ["GET", "/api/public/getSessions", "POST, OPTIONS"],
  ])("gets 405 and the methods that there are: %s %s", async (method, path, allow) => {
    const { status, headers } = await startEmulator({ seed: "none" }).send(path, { method });
    expect([status, headers.get("allow")]).toEqual([405, allow]);
  });

  it("gets the methods when it asks by OPTIONS", async () => {
    const { status, headers } = await startEmulator({ seed: "none" }).send(SESSIONS, { method: "OPTIONS" });
    expect([status, headers.get("allow")]).toEqual([204, "GET, POST, OPTIONS"]);
  });
});

describe("a browser", () => {
  it.each([SESSIONS, "/multipass/api/oauth2/token", "/api/public/getSessions"])(
    "may send credentials to %s from a page of any origin",
    async (path) => {
      const { status, headers, text } = await startEmulator({ seed: "none" }).send(path, {
        method: "OPTIONS",
        headers: {
          origin: "https://app.example",
          "access-control-request-method": "POST",
          "access-control-request-headers": "authorization,content-type",
        },
      });
      expect([status, text]).toEqual([204, ""]);
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("access-control-allow-methods")).toContain("POST");
      for (const name of ["authorization", "x-api-key", "auth", "content-type"]) {
        expect(headers.get("access-control-allow-headers")?.split(", ")).toContain(name);
      }
    },
  );

  it("may reach the emulator of its own machine from a public page", async () => {
    const { headers } = await startEmulator({ seed: "none" }).send(SESSIONS, {
      method: "OPTIONS",
      headers: { "access-control-request-method": "GET", "access-control-request-private-network": "true" },
    });
    expect(headers.get("access-control-allow-private-network")).toBe("true");
  });

  it.each([
    ["an answer", SESSIONS + "?preview=true", { authorization }],
    ["a refusal", SESSIONS, {}],
    ["an unknown path", "/", {}],
  ])("may read %s and the headers that matter", async (_, path, headers) => {
    const answer = await startEmulator({ seed: "none" }).send(path, { headers });
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    const exposed = answer.headers.get("access-control-expose-headers")?.split(", ");
    expect(exposed).toEqual(expect.arrayContaining(["retry-after", "qos-retry-hint", "response-error-description"]));
  });
});

describe("fetch of the emulator", () => {
  it("takes a URL, a text and a Request, and needs no this", async () => {
    const { fetch } = startEmulator({ seed: "none" }).emulator;
    const url = `http://emulator.test${SESSIONS}?preview=true`;
    const headers = { authorization };
    for (const input of [url, new URL(url)]) expect((await fetch(input, { headers })).status).toBe(200);
    expect((await fetch(new Request(url, { headers }))).status).toBe(200);
    expect((await fetch(new Request(url), { headers })).status).toBe(200);
  });

  it("rejects with the reason of a signal that has aborted, and leaves no listener on one that has not", async () => {
    const { emulator } = startEmulator({ seed: "none" });
    const reason = new Error("enough");
    const aborted = emulator.fetch("http://emulator.test/", { signal: AbortSignal.abort(reason) });
    await expect(aborted).rejects.toBe(reason);
    const { signal } = new AbortController();
    for (let count = 0; count < 20; count += 1) await emulator.fetch("http://emulator.test/", { signal });
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
    expect(emulator.log).toHaveLength(20);
  });

  it("rejects like any fetch when the URL is none", async () => {
    await expect(startEmulator({ seed: "none" }).emulator.fetch("nonsense")).rejects.toThrow(TypeError);
  });
});

describe("the log", () => {
  it("says what was asked and answered, without the query", async () => {
    const { send, emulator, clock } = startEmulator({ seed: "none" });
    await send(`${SESSIONS}?preview=true&secret=1`, { headers: { authorization } });
    clock.advance(5);
    await send(SESSIONS, { method: "DELETE" });
    await send("/unknown");
    const at = clock.now();
    expect(emulator.log).toEqual([
      { api: "foundry", operation: "listSessions", method: "GET", path: SESSIONS, status: 400, at: at - 5 },
      { api: "foundry", operation: undefined, method: "DELETE", path: SESSIONS, status: 405, at },
      { api: undefined, operation: undefined, method: "GET", path: "/unknown", status: 404, at },
    ]);
  });

  it("keeps the last 10,000 requests", async () => {
    const { emulator, clock } = startEmulator({ seed: "none" });
    for (let count = 0; count < 10_010; count += 1) {
      await emulator.fetch("http://emulator.test/");
      clock.advance(1);
    }
    expect(emulator.log).toHaveLength(10_000);
    expect(emulator.log.at(-1)?.at).toBe(clock.now() - 1);
  });
});
