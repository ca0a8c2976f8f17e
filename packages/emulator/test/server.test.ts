import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serve, type Served } from "../src/node.js";

describe("the emulator behind sockets", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
  });
  afterAll(() => served.close());

  it("answers on a free port of this machine", async () => {
    expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const { agentRid, token } = served.emulator.credentials.foundry;
    const url = `${served.url}/api/v2/aipAgents/agents/${agentRid}/sessions?preview=true`;
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const created = await fetch(url, { method: "POST", headers, body: '{"agentVersion":"1.0"}' });
    expect(created.status).toBe(200);
    const { data } = (await (await fetch(url, { headers })).json()) as { data: object[] };
    expect(data[0]).toEqual(await created.json());
    expect(served.emulator.log.at(-1)).toMatchObject({ operation: "listSessions", status: 200 });
  });

  it("lets a user authorize at the address that it gives", async () => {
    const { authorizingAppId, authorizingApiKey } = served.emulator.credentials.agentPlatform;
    const create = async (): Promise<Record<string, never>> => {
      const response = await fetch(`${served.url}/api/v2/apps/${authorizingAppId}/environments/production/sessions`, {
        method: "POST",
        headers: { "x-api-key": authorizingApiKey, "content-type": "application/json" },
        body: '{"sessionIdentity":[{"type":"userReference","value":"über"}]}',
      });
      return (await response.json()) as Record<string, never>;
    };
    const pending = (await create()) as { events: [{ content: { auth_profiles: [{ url: string }] } }] } & object;
    expect((await fetch(pending.events[0].content.auth_profiles[0].url)).status).toBe(200);
    expect(await create()).toMatchObject({ session: { userReference: "über" } });
  });

  it("sends no body with an answer to HEAD or with a 204", async () => {
    const head = await fetch(served.url, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([404, ""]);
    const options = await fetch(`${served.url}/api/public/getSessions`, { method: "OPTIONS" });
    expect([options.status, await options.text()]).toEqual([204, ""]);
  });

  it("answers 400 to what no fetch can express", async () => {
    expect(await raw(served, "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx")).toMatch(
      /^HTTP\/1\.1 400 /,
    );
    expect(await raw(served, "GET / HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
  });

  it("refuses a method that no fetch can express like any other that the path does not take", async () => {
    const trace = (path: string): Promise<string> =>
      raw(served, `TRACE ${path} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n`);
    const refused = await trace("/api/public/getSessions");
    expect(refused).toMatch(/^HTTP\/1\.1 405 /);
    expect(refused).toMatch(/^allow: POST, OPTIONS\r$/im);
    expect(await trace("/")).toMatch(/^HTTP\/1\.1 404 /);
    expect(await raw(served, "TRACE / HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
  });

  it("survives a client that leaves in the middle of its request", async () => {
    const { port } = new URL(served.url);
    const socket = connect(Number(port), "127.0.0.1");
    socket.write("POST /api/public/getSessions HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\n{");
    await new Promise((resolve) => setTimeout(resolve, 20));
    socket.destroy();
    expect((await fetch(served.url)).status).toBe(404);
  });

  it("cuts the connection when the emulator fails, rather than let the client wait", async () => {
    const fetchAndFail = () => Promise.reject(new Error("broken"));
    const broken = await serve({ emulator: { ...served.emulator, fetch: fetchAndFail } });
    await expect(fetch(broken.url)).rejects.toThrow(TypeError);
    await broken.close();
  });

  it("refuses a port that is in use", async () => {
    const port = Number(new URL(served.url).port);
    await expect(serve({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  it("cuts open connections when it closes", async () => {
    const other = await serve({ host: "::1", emulator: served.emulator });
    expect(other.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
    await (await fetch(other.url)).text();
    await other.close();
    await expect(fetch(other.url)).rejects.toThrow(TypeError);
  });
});

function raw({ url }: Served, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.end(request));
    let text = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => (text += chunk));
    socket.on("end", () => resolve(text));
    socket.on("error", reject);
  });
}
