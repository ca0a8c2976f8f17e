import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Fault, FaultPlace } from "../src/index.js";
import { createEmulator, serve, type Served } from "../src/node.js";
import { requestFor, type OperationName } from "./support/faulty-call.js";

let served: Served;
beforeEach(async () => {
  served = await serve({ emulator: createEmulator({ seed: "samples" }) });
});
afterEach(() => served.close());

function call(operation: OperationName, signal?: AbortSignal): Promise<Response> {
  const [url, init] = requestFor(operation, served.emulator, served.url);
  return fetch(url, { ...init, ...(signal && { signal }) });
}

/** The bytes of an answer, up to where the connection ends, and how it ends. */
function raw(operation: OperationName): Promise<{ readonly text: string; readonly end: string }> {
  const [url, { method = "GET", headers, body = "" }] = requestFor(operation, served.emulator, served.url);
  const { pathname, search, port, host } = new URL(url);
  const lines = Object.entries({ host, connection: "close", "content-length": String(body).length, ...headers });
  return new Promise((resolve) => {
    const socket = connect(Number(port), "127.0.0.1");
    let text = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => (text += chunk));
    socket.on("end", () => resolve({ text, end: "FIN" }));
    socket.on("error", (error: Error & { code: string }) => resolve({ text, end: error.code }));
    socket.write(
      `${method} ${pathname}${search} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${String(body)}`,
    );
  });
}

async function isIdle(): Promise<boolean> {
  for (let tries = 0; tries < 100 && served.underWay > 0; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  return served.underWay === 0;
}

describe("over sockets", () => {
  it.each(["reset", "close"] as const)("a cut before the headers sends nothing (%s)", async (by) => {
    served.emulator.faults.add({ fault: { kind: "cut", at: "before-headers", by } });
    expect(await raw("createSession")).toEqual({ text: "", end: by === "reset" ? "ECONNRESET" : "FIN" });
    const error: unknown = await call("createSession").catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: "TypeError",
      cause: { code: by === "reset" ? "ECONNRESET" : "UND_ERR_SOCKET" },
    });
  });

  it.each<[FaultPlace["at"], boolean, "reset" | "close"]>([
    ["after-headers", true, "reset"],
    ["after-headers", false, "close"],
    ["mid-body", true, "reset"],
    ["mid-body", true, "close"],
    ["mid-body", false, "reset"],
    ["mid-body", false, "close"],
  ])("a cut %s sends what came before it (announced: %o, %s)", async (at, announced, by) => {
    served.emulator.faults.add({ fault: { kind: "cut", at, announced, by } as Fault });
    const { text, end } = await raw("listSessions");
    const [head = "", rest = ""] = text.split("\r\n\r\n");
    expect(head).toMatch(/^HTTP\/1\.1 200 /);
    expect(head).toMatch(announced ? /content-length: \d{3}/i : /transfer-encoding: chunked/i);
    expect(rest.includes('"metadata"')).toBe(at === "mid-body");
    expect(end).toBe(by === "reset" ? "ECONNRESET" : "FIN");
    const response = await call("listSessions");
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow(TypeError);
    expect(await isIdle()).toBe(true);
  });

  it.each([
    { kind: "stall", at: "before-headers", when: "after" },
    { kind: "stall", at: "after-headers" },
    { kind: "stall", at: "mid-body" },
    { kind: "drip", bytes: 1, everyMs: 1000 },
    { kind: "latency", ms: 60_000 },
  ] satisfies Fault[])("%o keeps a request under way until its client gives up", async (fault) => {
    served.emulator.faults.add({ fault });
    const client = new AbortController();
    const answer = call("listSessions", client.signal).then((response) => response.text());
    const settled = answer.catch((error: unknown) => (error as Error).name);
    const waiting = new Promise((resolve) => setTimeout(resolve, 60, "waiting"));
    expect(await Promise.race([settled, waiting])).toBe("waiting");
    expect(served.underWay).toBe(1);
    client.abort();
    expect(await settled).toBe("AbortError");
    expect(await isIdle()).toBe(true);
  });

  it("a stall ends at the emulator too when the client gives up", async () => {
    served.emulator.faults.add({ fault: { kind: "stall", at: "before-headers" } });
    await expect(call("listSessions", AbortSignal.timeout(50))).rejects.toThrow();
    await vi.waitFor(() => expect(served.emulator.log.at(-1)).toMatchObject({ operation: "listSessions", status: 0 }));
  });

  it("the headers arrive although the body does not", async () => {
    served.emulator.faults.add({ fault: { kind: "stall", at: "after-headers" } });
    const client = new AbortController();
    expect((await call("listSessions", client.signal)).status).toBe(200);
    client.abort();
  });

  it("a body that drips comes whole in the end", async () => {
    served.emulator.faults.add({ fault: { kind: "drip", bytes: 100, everyMs: 2 } });
    expect(await (await call("listSessions")).json()).toHaveProperty("data");
  });

  it("a huge body is made no faster than it is read", async () => {
    served.emulator.faults.add({ fault: { kind: "huge", bytes: 2 ** 30 } });
    const before = process.memoryUsage().rss;
    const response = await call("listSessions");
    const reader = response.body!.getReader();
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
    await reader.cancel();
    expect(await isIdle()).toBe(true);
  });

  it("an empty 200 says Content-Length: 0", async () => {
    served.emulator.faults.add({ fault: { kind: "answer", status: 200 } });
    expect((await raw("listSessions")).text).toMatch(/content-length: 0/i);
  });
});

describe("the control routes", () => {
  const rule = { operation: "listSessions", times: 1, fault: { kind: "answer", status: 503 } };
  const faults = (path = "", init?: RequestInit): Promise<Response> =>
    fetch(`${served.url}/__emulator/faults${path}`, init);
  const post = (body: unknown): RequestInit => ({ method: "POST", body: JSON.stringify(body) });

  it("do not exist unless asked for", async () => {
    expect((await faults("", post(rule))).status).toBe(404);
    expect((await call("listSessions")).status).toBe(200);
  });

  it("add, show and remove faults", async () => {
    const { emulator } = served;
    await served.close();
    served = await serve({ emulator, control: true });
    const added = await faults("", post(rule));
    expect(added.status).toBe(201);
    const { id } = (await added.json()) as { id: string };
    expect((await call("listSessions")).status).toBe(503);
    expect((await call("listSessions")).status).toBe(200);
    expect(await (await faults()).json()).toEqual([{ id, rule, seen: 2, fired: 1 }]);
    expect((await faults(`/${id}`, { method: "DELETE" })).status).toBe(204);
    expect((await faults(`/${id}`, { method: "DELETE" })).status).toBe(404);
    await faults("", post({ ...rule, times: 9 }));
    expect((await faults("", { method: "DELETE" })).status).toBe(204);
    expect([await (await faults()).json(), (await call("listSessions")).status]).toEqual([[], 200]);
    expect((await faults("", { method: "PUT" })).status).toBe(405);
  });

  it.each([
    ["{", "JSON"],
    ['{"fault":{"kind":"flood"}}', "fault.kind: expected"],
  ])("refuse %s, saying what is wrong, to pages of any origin", async (body, message) => {
    const { emulator } = served;
    await served.close();
    served = await serve({ emulator, control: true });
    const response = await faults("", { method: "POST", body });
    expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([400, "*"]);
    expect(await response.json()).toEqual({ message: expect.stringContaining(message) as string });
  });
});
