import { describe, expect, test } from "vitest";
import { rawClient } from "../src/generated/raw.js";
import { scripted, session } from "./support/scripted.js";

const agentRid = session.agentRid;
const { rid: sessionRid } = session;
const one = Response.json(session);
const list = Response.json({ data: [session] });

describe("every call", () => {
  test("says preview=true, and that alone, unless told otherwise", async () => {
    const { client, sent } = scripted({}, one, one, list);
    await client.createSession({ agentRid });
    await client.getSession({ agentRid, sessionRid });
    await client.listSessions({ agentRid }).toArray();
    expect(sent.map(({ url }) => url.search)).toEqual(["?preview=true", "?preview=true", "?preview=true"]);
  });

  test("says what the client was told, and what the call was told before that", async () => {
    const { client, sent } = scripted({ preview: false }, one);
    await client.getSession({ agentRid, sessionRid });
    await client.getSession({ agentRid, sessionRid, preview: true });
    const { client: other, sent: sentByOther } = scripted({}, one);
    await other.getSession({ agentRid, sessionRid, preview: false });
    await other.getSession({ agentRid, sessionRid, preview: undefined });
    expect([...sent, ...sentByOther].map(({ url }) => url.search)).toEqual([
      "?preview=false",
      "?preview=true",
      "?preview=false",
      "?preview=true",
    ]);
  });

  test("carries the token, and goes to the address below the service's base path", async () => {
    const { client, sent } = scripted({ baseUrl: "acme.example/" }, one);
    await client.getSession({ agentRid, sessionRid });
    expect(sent[0]?.url.href).toBe(
      `https://acme.example/api/v2/aipAgents/agents/${agentRid}/sessions/${sessionRid}?preview=true`,
    );
    expect(sent[0]?.headers.get("authorization")).toBe("Bearer user-token");
  });
});

test("a call that was aborted before asks for no token, whose failure nobody would hear of", async () => {
  let asked = 0;
  const token = async (): Promise<never> => {
    asked++;
    throw new Error("no token");
  };
  const { client, sent } = scripted({ auth: { token } }, one);
  const result = await client.getSession.safe({ agentRid, sessionRid }, { signal: AbortSignal.abort() });
  expect(result.error).toMatchObject({ name: "AbortError", outcome: "notSent" });
  expect([asked, sent.length]).toEqual([0, 0]);
});

describe("creating a session", () => {
  test("always sends a JSON object, empty where nothing was asked for", async () => {
    const { client, sent } = scripted({}, one);
    await client.createSession({ agentRid });
    await client.createSession({ agentRid, agentVersion: "2.0" });
    expect(sent.map(({ body }) => body)).toEqual(["{}", '{"agentVersion":"2.0"}']);
  });

  test("is sent again after a 503, by which this service says that it did nothing, and not after a 500", async () => {
    const busy = scripted({}, new Response(null, { status: 503 }), one);
    await busy.client.createSession({ agentRid });
    expect(busy.sent).toHaveLength(2);
    const broken = scripted({}, Response.json({ errorName: "Default:Internal" }, { status: 500 }));
    expect((await broken.client.createSession.safe({ agentRid })).error).toMatchObject({ outcome: "unknown" });
    expect(broken.sent).toHaveLength(1);
  });
});

test("a listing follows the tokens and keeps the times as they are", async () => {
  const { client, sent } = scripted({}, Response.json({ data: [session], nextPageToken: "v1.a+b/c=" }), list);
  const sessions = await client.listSessions({ agentRid, pageSize: 1 }).toArray();
  expect(sessions).toEqual([session, session]);
  expect(sent.map(({ url }) => url.searchParams.get("pageToken"))).toEqual([null, "v1.a+b/c="]);
});

test("the raw client has the same address and credential, and follows no redirect", async () => {
  const { client, sent } = scripted({ auth: { token: async () => "fresh" } }, list, (request) => {
    expect(request.headers.get("authorization")).toBe("Bearer fresh");
    return new Response(null, { status: 307, headers: { location: "https://evil.example" } });
  });
  const raw = rawClient(client);
  const path = { agentRid };
  const { data } = await raw.GET("/v2/aipAgents/agents/{agentRid}/sessions", {
    params: { path, query: { preview: true } },
  });
  expect(data).toEqual({ data: [session] });
  expect(sent[0]?.url.href).toBe(`https://acme.example/api/v2/aipAgents/agents/${agentRid}/sessions?preview=true`);
  expect(sent[0]?.headers.get("authorization")).toBe("Bearer fresh");
  const { response } = await raw.GET("/v2/aipAgents/agents/{agentRid}/sessions", { params: { path } });
  expect(response.status).toBe(307);
  expect(sent).toHaveLength(2);
});
