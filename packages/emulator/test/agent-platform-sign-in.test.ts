import { describe, expect, it } from "vitest";
import { startApp } from "./support/app-client.js";

const { agentPlatform } = startApp().emulator.credentials;
const { appId, createOnlyApiKey, listOnlyApiKey, authorizingAppId, authorizingApiKey } = agentPlatform;

describe("an Agent Platform request's key", () => {
  it.each(["", "unknown"])("is refused with 401 when it is %j", async (apiKey) => {
    const answer = await startApp().list({}, { apiKey });
    expect([answer.status, answer.body]).toEqual([
      401,
      { statusCode: 401, message: "Unauthorized", error: "Unauthorized" },
    ]);
  });

  it("opens its own app only", async () => {
    const { list } = startApp();
    expect((await list({}, { apiKey: authorizingApiKey, appId: authorizingAppId })).status).toBe(200);
    expect((await list({}, { apiKey: authorizingApiKey, appId })).status).toBe(403);
  });

  it("does what its permissions say", async () => {
    const { list, createFor } = startApp();
    expect((await createFor({ userReference: "u" }, { apiKey: createOnlyApiKey })).status).toBe(200);
    expect((await list({}, { apiKey: createOnlyApiKey })).status).toBe(403);
    expect((await list({}, { apiKey: listOnlyApiKey })).status).toBe(200);
    expect((await createFor({ userReference: "u" }, { apiKey: listOnlyApiKey })).status).toBe(403);
  });

  it("is counted when the option sets a limit", async () => {
    const { list, clock } = startApp({ agentPlatform: { requestsPerMinute: 1 } });
    await list({});
    expect((await list({})).status).toBe(429);
    expect((await list({}, { apiKey: listOnlyApiKey })).status).toBe(200);
    clock.advance(60_000);
    expect((await list({})).status).toBe(200);
  });
});

describe("the place of an Agent Platform request", () => {
  it.each([
    ["an unknown app", { appId: "aa-unknown" }],
    ["an unknown environment", { envName: "stage" }],
    ["an environment in other letters", { envName: "Production" }],
  ])("is refused with 404: %s", async (_, call) => {
    expect((await startApp().list({}, call)).status).toBe(404);
  });
});

describe("an Agent Platform request that deviates from the description", () => {
  it("is refused with a message for each unknown property, in the wording of the service", async () => {
    const { create } = startApp();
    const body = { sessionIdentity: [{ type: "userReference", value: "u", scope: 1 }], metadata: {} };
    const answer = await create(body);
    expect([answer.status, answer.body.error]).toEqual([400, "Bad Request"]);
    expect([...answer.body.message].sort()).toEqual([
      "property metadata should not exist",
      "sessionIdentity.0.property scope should not exist",
    ]);
  });

  it.each([
    ["no identities", {}],
    ["an empty list of identities", { sessionIdentity: [] }],
    ["an identity without a value", { sessionIdentity: [{ type: "userReference" }] }],
    ["an empty value", { sessionIdentity: [{ type: "userReference", value: "" }] }],
    ["an unknown kind of identity", { sessionIdentity: [{ type: "email", value: "u" }] }],
    ["a kind that every object has", { sessionIdentity: [{ type: "constructor", value: "u" }] }],
    [
      "a kind given twice",
      {
        sessionIdentity: [
          { type: "sessionId", value: "a" },
          { type: "sessionIdentity", value: "b" },
        ],
      },
    ],
  ])("is refused: %s", async (_, body) => {
    const { create, emulator } = startApp();
    const before = emulator.stored.agentPlatform;
    expect((await create(body)).status).toBe(400);
    expect(emulator.stored.agentPlatform).toBe(before);
  });

  it.each([{ limit: 5 }, { offset: -1 }, { offset: "0" }, { date: { start: "2025-01-01" } }, { filters: [{}] }])(
    "is refused when listing by %j",
    async (body) => {
      expect((await startApp().list(body)).status).toBe(400);
    },
  );

  it("is refused when listing without a body", async () => {
    const { send } = startApp();
    const path = `/api/v2/apps/${appId}/environments/${agentPlatform.envName}/sessions/list`;
    const answer = await send(path, { method: "POST", headers: { "x-api-key": agentPlatform.apiKey } });
    expect(answer.status).toBe(400);
  });
});
