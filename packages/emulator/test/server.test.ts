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

  it("answers to what no fetch can express: 400 to a bad request, 405 to a wrong method, 404 to an unknown path", async () => {
    const send = (line: string, body = "", host = "h"): Promise<string> =>
      raw(
        served,
        `${line} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
      );
    const listing = "/api/v2/aipAgents/agents/a/sessions";
    expect(await send("GET /", "", "[")).toMatch(/^HTTP\/1\.1 400 /);
    expect(await send(`GET ${listing}`, "x")).toMatch(/^HTTP\/1\.1 400 /);
    for (const wrong of [await send(`TRACE ${listing}`), await send("GET /api/public/getSessions", "x")]) {
      expect(wrong).toMatch(/^HTTP\/1\.1 405 /);
      expect(wrong).toMatch(/^allow: (POST, GET|GET, POST|POST), OPTIONS\r$/im);
    }
    expect(await send("TRACE /")).toMatch(/^HTTP\/1\.1 404 /);
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
