import { describe, expect, it } from "vitest";
import { startApp } from "./support/app-client.js";

describe("creating an Agent Platform session", () => {
  it("by a userReference alone creates another one every time, for the same user", async () => {
    const { createFor, emulator } = startApp();
    const before = emulator.stored.agentPlatform;
    const [first, second] = [await createFor({ userReference: "u1" }), await createFor({ userReference: "u1" })];
    expect(emulator.stored.agentPlatform).toBe(before + 2);
    expect(first.body.session).toEqual({
      sessionId: expect.stringMatching(/^s-[0-9a-f-]{36}$/),
      sessionReference: null,
      userReference: "u1",
      status: "idle",
      userId: expect.stringMatching(/^u-[0-9a-f-]{36}$/),
      createdAt: "2026-11-21T10:17:43.219Z",
    });
    expect(second.body.session.sessionId).not.toBe(first.body.session.sessionId);
    expect(second.body.session.userId).toBe(first.body.session.userId);
  });

  it("gives an unset sessionReference the value that the option names", async () => {
    const { createFor } = startApp({ agentPlatform: { unsetSessionReference: "user-reference" } });
    expect((await createFor({ userReference: "u1" })).body.session.sessionReference).toBe("u1");
  });

  it("by a new sessionReference creates, and then finds it again", async () => {
    const { createFor, emulator } = startApp();
    const before = emulator.stored.agentPlatform;
    const first = await createFor({ sessionReference: "r1", userReference: "u1" });
    expect(first.body.session).toMatchObject({ sessionReference: "r1", userReference: "u1" });
    expect((await createFor({ sessionReference: "r1" })).body).toEqual(first.body);
    expect((await createFor({ sessionReference: "r1", userReference: "u1" })).body).toEqual(first.body);
    expect(emulator.stored.agentPlatform).toBe(before + 1);
  });

  it("by a sessionReference alone makes it the user's reference, too", async () => {
    const { body } = await startApp().createFor({ sessionReference: "r1" });
    expect(body.session).toMatchObject({ sessionReference: "r1", userReference: "r1" });
  });

  it.each(["sessionId", "sessionIdentity"])("by a %s finds and never creates", async (type) => {
    const { createFor, emulator } = startApp();
    const before = emulator.stored.agentPlatform;
    const { sessionId } = emulator.credentials.agentPlatform;
    expect((await createFor({ [type]: sessionId })).body.session.sessionId).toBe(sessionId);
    expect((await createFor({ [type]: "s-unknown" })).status).toBe(404);
    expect(emulator.stored.agentPlatform).toBe(before);
  });

  it("looks at the sessionId first, then at the sessionReference, then at the userReference", async () => {
    const { createFor } = startApp();
    const one = (await createFor({ sessionReference: "r1", userReference: "u1" })).body.session;
    const two = (await createFor({ sessionReference: "r2", userReference: "u1" })).body.session;
    const find = async (identities: Record<string, string>) => (await createFor(identities)).body.session.sessionId;
    expect(await find({ userReference: "u1", sessionReference: "r2", sessionId: one.sessionId })).toBe(one.sessionId);
    expect(await find({ userReference: "u1", sessionReference: "r2" })).toBe(two.sessionId);
    expect(await find({ sessionId: "s-unknown", sessionReference: "r2" })).toBe(two.sessionId);
  });

  it("looks at the userReference first when the option follows the older page", async () => {
    const { createFor, emulator } = startApp({ agentPlatform: { identityPriority: "user-reference-first" } });
    const { sessionId } = (await createFor({ sessionReference: "r1", userReference: "u1" })).body.session;
    const before = emulator.stored.agentPlatform;
    const again = (await createFor({ sessionReference: "r1", userReference: "u1" })).body.session;
    expect(again).toMatchObject({ sessionReference: "r1", userReference: "u1" });
    expect(again.sessionId).not.toBe(sessionId);
    expect(emulator.stored.agentPlatform).toBe(before + 1);
    expect((await createFor({ sessionReference: "r1" })).body.session.sessionId).toBe(again.sessionId);
    expect((await createFor({ sessionId })).body.session.sessionId).toBe(sessionId);
  });

  it("refuses a userReference that is not the owner's with 409", async () => {
    const { createFor } = startApp();
    const { sessionId } = (await createFor({ sessionReference: "r1", userReference: "u1" })).body.session;
    for (const identities of [{ sessionReference: "r1" }, { sessionId }]) {
      const answer = await createFor({ ...identities, userReference: "u2" });
      expect([answer.status, answer.body.error]).toEqual([409, "Conflict"]);
    }
  });

  it("keeps the environments of an app apart", async () => {
    const { createFor, emulator } = startApp();
    const { otherEnvName: envName, sessionId } = emulator.credentials.agentPlatform;
    expect((await createFor({ sessionId }, { envName })).status).toBe(404);
  });

  it("follows the latest edition of the page when the option says so", async () => {
    const { create } = startApp({ agentPlatform: { edition: "latest" } });
    const body = { sessionIdentity: [{ type: "sessionReference", value: "r1" }], source: "AIW" };
    const created = (await create(body)).body;
    expect(created).toMatchObject({
      session: { status: "started", source: "AIW" },
      events: [{ type: "Welcome_Event" }],
      output: [{ type: "text" }],
      fileUploadConfig: { isAttachmentsEnabled: true },
    });
    // The app greets once.
    const found = (await create(body)).body;
    expect(Object.keys(found)).toEqual(["session", "allowedMimeTypes", "fileUploadConfig"]);
  });
});

describe("creating a session of an app that needs authorization", () => {
  const { authorizingAppId: appId, authorizingApiKey: apiKey } = startApp().emulator.credentials.agentPlatform;
  const call = { appId, apiKey };

  it("answers with the address to visit, and the session exists", async () => {
    const { createFor, list, emulator } = startApp();
    const before = emulator.stored.agentPlatform;
    const { status, body } = await createFor({ userReference: "u1" }, call);
    expect(status).toBe(200);
    expect(body).not.toHaveProperty("session");
    expect(body.sessionInfo).toMatchObject({ userReference: "u1", appId, attachments: [] });
    expect(body.events[0].content.auth_profiles).toEqual([
      {
        url: expect.stringMatching(/^http:\/\/emulator\.test\/r\/[0-9a-f]{24}$/),
        idpName: "Google",
        isAuthorized: false,
        sso_type: "oauth2",
      },
    ]);
    expect(emulator.stored.agentPlatform).toBe(before + 1);
    const { sessionId } = body.sessionInfo;
    expect((await list({ sessionId }, call)).body.pagination.totalCount).toBe(1);
  });

  it("answers plainly once the user has visited the address, for all sessions of that user and no other's", async () => {
    const { createFor, send } = startApp();
    const { body } = await createFor({ sessionReference: "r1", userReference: "u1" }, call);
    const { pathname } = new URL(body.events[0].content.auth_profiles[0].url);
    expect((await send(pathname)).status).toBe(200);
    const { sessionId } = body.sessionInfo;
    expect((await createFor({ sessionReference: "r1" }, call)).body.session.sessionId).toBe(sessionId);
    expect((await createFor({ userReference: "u1" }, call)).body).toHaveProperty("session");
    expect((await createFor({ userReference: "u2" }, call)).body).toHaveProperty("sessionInfo");
  });

  it("knows no other addresses", async () => {
    expect((await startApp().send("/r/000000000000000000000000")).status).toBe(404);
  });
});
