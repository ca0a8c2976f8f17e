import { describe, expect, it } from "vitest";
import { startFoundry } from "./support/foundry-client.js";

interface TokenBody {
  readonly access_token: string;
  readonly expires_in: number;
  readonly scope: string;
  readonly error: string;
}

const TOKEN_PATH = "/multipass/api/oauth2/token";
const form = { "content-type": "application/x-www-form-urlencoded" };

describe("a Foundry request's credentials", () => {
  it.each([
    ["no header", undefined, "Conjure:MissingCredentials"],
    ["another scheme", "Basic dXNlcjpwYXNz", "Conjure:MalformedCredentials"],
    ["no token after the scheme", "Bearer ", "Conjure:MalformedCredentials"],
    ["characters that no token has", "Bearer a{b}", "Conjure:MalformedCredentials"],
    ["an unknown token", "Bearer unknown", "Default:Unauthorized"],
  ])("are refused with 401: %s", async (_, authorization, errorName) => {
    const { send, emulator } = startFoundry();
    const path = `/api/v2/aipAgents/agents/${emulator.credentials.foundry.agentRid}/sessions?preview=true`;
    const answer = await send(path, { headers: authorization === undefined ? {} : { authorization } });
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ errorCode: "UNAUTHORIZED", errorName, parameters: {} });
  });

  it("are looked at before the query and the body", async () => {
    const { create, emulator } = startFoundry();
    const answer = await create({ nonsense: 1 }, { token: "unknown", query: { nonsense: "1" } });
    expect(answer.body.errorName).toBe("Default:Unauthorized");
    expect(emulator.stored).toEqual(startFoundry().emulator.stored);
  });

  it("must cover the operation: a token without the write scope reads and does not create", async () => {
    const { create, list, emulator } = startFoundry();
    const { readOnlyToken: token } = emulator.credentials.foundry;
    expect((await list({ token })).status).toBe(200);
    const answer = await create({}, { token });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({
      errorName: "ApiUsageDenied",
      parameters: { missingScope: "api:aip-agents-write" },
    });
  });
});

describe("the token endpoint", () => {
  const { clientId, clientSecret, readOnlyClientId, readOnlyClientSecret } =
    startFoundry().emulator.credentials.foundry;
  const basic = { ...form, authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` };
  const inForm = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret };
  const ask = (headers: Record<string, string>, body: Record<string, string>): RequestInit => ({
    method: "POST",
    headers,
    body: new URLSearchParams(body).toString(),
  });

  it.each([
    ["HTTP Basic", ask(basic, { grant_type: "client_credentials" })],
    ["the form", ask(form, inForm)],
  ])("takes client credentials by %s", async (_, init) => {
    const { send, list } = startFoundry();
    const { status, body, headers } = await send<TokenBody>(TOKEN_PATH, init);
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: "bearer", expires_in: 3600 });
    expect(headers.get("cache-control")).toBe("no-store");
    const listed = await list({ token: body.access_token });
    expect(listed.body.data.length).toBeGreaterThan(0);
  });

  it("issues tokens that live an hour on the clock", async () => {
    const { send, list, clock } = startFoundry();
    const { body } = await send<TokenBody>(TOKEN_PATH, ask(basic, { grant_type: "client_credentials" }));
    clock.advance(3_599_999);
    expect((await list({ token: body.access_token })).status).toBe(200);
    clock.advance(1);
    expect((await list({ token: body.access_token })).body.errorName).toBe("Default:Unauthorized");
  });

  it("says the lifetime that the option sets", async () => {
    const { send } = startFoundry({ foundry: { tokenLifetimeMs: 90_000 } });
    const { body } = await send<TokenBody>(TOKEN_PATH, ask(basic, { grant_type: "client_credentials" }));
    expect(body.expires_in).toBe(90);
  });

  it("grants the scopes that were asked for and no others", async () => {
    const { send, create } = startFoundry();
    const scope = "api:aip-agents-read offline_access";
    const { body } = await send<TokenBody>(TOKEN_PATH, ask(form, { ...inForm, scope }));
    expect(body.scope).toBe("api:aip-agents-read");
    expect((await create({}, { token: body.access_token })).body.errorName).toBe("ApiUsageDenied");
  });

  it.each([
    ["a wrong secret", ask(form, { ...inForm, client_secret: "wrong" }), 401, "invalid_client"],
    ["an unreadable Basic header", ask({ ...form, authorization: "Basic %%%" }, inForm), 401, "invalid_client"],
    ["no grant type", ask(basic, {}), 400, "invalid_request"],
    ["another grant type", ask(basic, { grant_type: "password" }), 400, "unsupported_grant_type"],
    ["a scope of nobody", ask(form, { ...inForm, scope: "api:unknown" }), 400, "invalid_scope"],
    [
      "a scope that the client was not registered with",
      ask(form, {
        grant_type: "client_credentials",
        client_id: readOnlyClientId,
        client_secret: readOnlyClientSecret,
        scope: "api:aip-agents-write",
      }),
      400,
      "invalid_scope",
    ],
    [
      "a JSON body",
      { ...ask(basic, {}), headers: { ...basic, "content-type": "application/json" } },
      400,
      "invalid_request",
    ],
  ])("refuses %s", async (_, init, status, error) => {
    const answer = await startFoundry().send<TokenBody>(TOKEN_PATH, init);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toBe(error);
    expect(answer.headers.has("www-authenticate")).toBe(status === 401);
  });
});
