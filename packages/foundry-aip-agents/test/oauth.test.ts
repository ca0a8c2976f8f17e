import { isConfigurationError, isSdkError, type FetchLike } from "@org/runtime";
import { describe, expect, test, vi } from "vitest";
import { createFoundryAipAgents } from "../src/client.js";
import { clientCredentials, type ClientCredentialsOptions } from "../src/oauth.js";
import { scripted, session, type Sent } from "./support/scripted.js";

const secret = "s3cret:with/odd chars+é";
const client = { clientId: "client id", clientSecret: secret };
const auth = clientCredentials(client);
const input = { agentRid: session.agentRid, sessionRid: session.rid };
const isTokenRequest = ({ url }: Sent): boolean => url.pathname.endsWith("/oauth2/token");
const grant = (token: string, seconds = 3600): Response =>
  Response.json({ access_token: token, expires_in: seconds, token_type: "bearer" });

/** A service that gives numbered tokens and takes those that `accepts` takes. */
function service(accepts: (token: number) => boolean = () => true, seconds?: number) {
  let issued = 0;
  const world = scripted({ auth }, (sent) => {
    if (isTokenRequest(sent)) return grant(`t${++issued}`, seconds);
    const token = Number(sent.headers.get("authorization")?.replace("Bearer t", ""));
    return accepts(token)
      ? Response.json(session)
      : Response.json({ errorName: "Default:Unauthorized" }, { status: 401 });
  });
  return { ...world, issued: () => issued };
}

describe("the token request", () => {
  test("is a form with the client's scopes, signed with HTTP Basic, at the origin of the service", async () => {
    const { client: foundry, sent } = scripted(
      { auth, baseUrl: "https://acme.example/proxy" },
      grant("t1"),
      Response.json(session),
    );
    await foundry.getSession(input);
    expect(sent.map(({ method, url }) => `${method} ${url.origin}${url.pathname}`)).toEqual([
      "POST https://acme.example/multipass/api/oauth2/token",
      `GET https://acme.example/proxy/api/v2/aipAgents/agents/${input.agentRid}/sessions/${input.sessionRid}`,
    ]);
    const [request, call] = sent;
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      grant_type: "client_credentials",
      scope: "api:aip-agents-read api:aip-agents-write",
    });
    expect(request?.redirect).toBe("manual");
    expect(request?.headers.get("content-type")).toBe("application/x-www-form-urlencoded");
    const [scheme, basic = ""] = request?.headers.get("authorization")?.split(" ") ?? [];
    expect(scheme).toBe("Basic");
    // RFC 6749, section 2.3.1: both parts are form-encoded first, so that a colon or a letter cannot be misread.
    expect(atob(basic).split(":").map(decodeURIComponent)).toEqual([client.clientId, secret]);
    expect(call?.headers.get("authorization")).toBe("Bearer t1");
  });

  test("asks for other scopes, elsewhere, if told so", async () => {
    const other = clientCredentials({ ...client, scopes: ["api:aip-agents-read"], tokenPath: "/sso/token" });
    const { client: foundry, sent } = scripted({ auth: other }, grant("t1"), Response.json(session));
    await foundry.getSession(input);
    expect(sent[0]?.url.href).toBe("https://acme.example/sso/token");
    expect(new URLSearchParams(sent[0]?.body).get("scope")).toBe("api:aip-agents-read");
  });
});

describe("the token", () => {
  test("is shared by calls at the same time, and kept", async () => {
    const { client: foundry, issued } = service();
    await Promise.all(Array.from({ length: 20 }, () => foundry.getSession(input)));
    await foundry.getSession(input);
    expect(issued()).toBe(1);
  });

  test("is replaced 30 s before it ends, not earlier", async () => {
    const { client: foundry, issued, pass } = service();
    await foundry.getSession(input);
    pass(3_600_000 - 30_001);
    await foundry.getSession(input);
    expect(issued()).toBe(1);
    pass(1);
    await foundry.getSession(input);
    expect(issued()).toBe(2);
  });

  test("that is refused is replaced once, for all calls that met the refusal", async () => {
    const { client: foundry, issued } = service((token) => token > 1);
    await Promise.all(Array.from({ length: 5 }, () => foundry.getSession(input)));
    expect(issued()).toBe(2);
  });

  test("that stays refused is the service's answer, after two tries", async () => {
    const { client: foundry, sent, issued } = service(() => false);
    const result = await foundry.getSession.safe(input);
    expect(result.error).toMatchObject({ name: "Default:Unauthorized", outcome: "rejected" });
    expect([issued(), sent.length]).toEqual([2, 4]);
  });
});

describe("a token that cannot be had", () => {
  const page = new Response(`<html>${secret}</html>`, { headers: { "content-type": "text/html" } });
  test.each([
    ["wrong credentials", Response.json({ error: "invalid_client" }, { status: 401 }), 1, "check clientId"],
    ["a scope that is not granted", Response.json({ error: "invalid_scope" }, { status: 400 }), 1, "invalid_scope"],
    ["an error that repeats the secret", Response.json({ error: secret, hint: secret }, { status: 400 }), 1, "400"],
    ["an answer without a token", Response.json({ token_type: "bearer" }), 1, "access_token"],
    ["an answer without an end", Response.json({ access_token: "t" }), 1, "expires_in"],
    ["a page", page, 1, "access_token"],
    ["a redirect", new Response(null, { status: 302, headers: { location: "https://evil.example" } }), 1, "302"],
    ["a busy endpoint", new Response(null, { status: 503 }), 3, "503"],
    ["an endpoint that limits", new Response(null, { status: 429 }), 3, "429"],
    ["a broken connection", new TypeError("fetch failed"), 3, "reached"],
  ])("is a CredentialsError of the call, which was not sent: %s", async (_, answer, asked, words) => {
    const { client: foundry, sent } = scripted({ auth }, answer);
    const { error } = await foundry.getSession.safe(input);
    expect(error).toMatchObject({ name: "CredentialsError", outcome: "notSent", operation: "getSession" });
    expect(error?.message).toContain(words);
    expect(sent.filter(isTokenRequest)).toHaveLength(asked);
    expect(sent.filter((request) => !isTokenRequest(request))).toEqual([]);
    const shown = `${String(error)} ${JSON.stringify(error)} ${isSdkError(error) ? error.stack : ""}`;
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(btoa(`${encodeURIComponent(client.clientId)}:${encodeURIComponent(secret)}`));
  });

  test("for a while is had a moment later", async () => {
    const { client: foundry } = scripted(
      { auth },
      new Response(null, { status: 503 }),
      grant("t1"),
      Response.json(session),
    );
    expect(await foundry.getSession(input)).toEqual(session);
  });
});

describe("credentials that cannot work are refused at once", () => {
  test.each([
    ["auth.clientId", {}],
    ["auth.clientId", { ...client, clientId: " " }],
    ["auth.clientSecret", { clientId: "c" }],
    ["auth.clientSecret", { ...client, clientSecret: "" }],
    ["auth.tokenPath", { ...client, tokenPath: "@evil.example/token" }],
    ["auth.timeoutMs", { ...client, timeoutMs: 0 }],
    ["auth.timeoutMs", { ...client, timeoutMs: Number.NaN }],
  ])("%s: %o", (field, options) => {
    let thrown: unknown;
    try {
      clientCredentials(options as ClientCredentialsOptions);
    } catch (error) {
      thrown = error;
    }
    expect(isConfigurationError(thrown) && thrown).toMatchObject({ field, outcome: "notSent" });
    expect(String(thrown)).not.toContain(secret);
  });
});

describe("a token endpoint that stalls", () => {
  /** A service whose token endpoint never answers, and the signals of the requests to it. */
  function stalled() {
    const signals: AbortSignal[] = [];
    const fetch: FetchLike = (_, { signal } = {}) =>
      new Promise((_resolve, reject) => {
        if (!signal) throw new Error("a token request without a signal could not be cut off");
        signals.push(signal);
        signal.addEventListener("abort", () => reject(signal.reason));
      });
    return { client: createFoundryAipAgents({ baseUrl: "https://acme.example", auth, fetch }), signals };
  }

  test("does not hold up a call that is aborted, and is let go of when nobody waits for it", async () => {
    const { client: foundry, signals } = stalled();
    const [first, second] = [new AbortController(), new AbortController()];
    const calls = [first, second].map(({ signal }) => foundry.getSession.safe(input, { signal }));
    await vi.waitFor(() => expect(signals).toHaveLength(1));
    first.abort();
    expect((await calls[0])?.error).toMatchObject({ name: "AbortError", outcome: "notSent" });
    expect(signals[0]?.aborted).toBe(false);
    second.abort();
    expect((await calls[1])?.error).toMatchObject({ name: "AbortError" });
    expect(signals[0]?.aborted).toBe(true);
  });

  test("takes no longer than the call has time", async () => {
    const { client: foundry, signals } = stalled();
    const { error } = await foundry.getSession.safe(input, { timeoutMs: 20, retry: false });
    expect(error).toMatchObject({ name: "CredentialsError", temporary: true, outcome: "notSent" });
    expect(signals[0]?.aborted).toBe(true);
  });
});
