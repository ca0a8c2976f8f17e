import { describe, expect, it } from "vitest";
import { startFoundry, type FoundryBody } from "./support/foundry-client.js";

describe("creating a Foundry session", () => {
  it("answers 200 with an empty session of the calling user, which can be got and stands first in the list", async () => {
    const { create, get, list, emulator } = startFoundry();
    const before = emulator.stored.foundry;
    const { status, body } = await create({ agentVersion: "1.0" });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      rid: expect.stringMatching(/^ri\.aip-agents\.\.session\.[0-9a-f-]{36}$/),
      agentRid: emulator.credentials.foundry.agentRid,
      agentVersion: "1.0",
      metadata: { messageCount: 0, createdTime: body.metadata.updatedTime },
    });
    expect(emulator.stored.foundry).toBe(before + 1);
    expect((await get(body.rid)).body).toEqual(body);
    expect((await list()).body.data[0]).toEqual(body);
  });

  it("writes times in UTC with nine fractional digits, by the clock", async () => {
    const { body } = await startFoundry().create({});
    expect(body.metadata.createdTime).toMatch(/^2026-11-21T10:17:43\.219\d{6}Z$/);
    expect(body.metadata.estimatedExpiresTime).toMatch(/^2026-11-22T10:17:43\.219\d{6}Z$/);
  });

  it("never gives two sessions the same time, though the clock stands still", async () => {
    const { create } = startFoundry();
    const times = new Set<string>();
    for (let count = 0; count < 50; count += 1) times.add((await create({})).body.metadata.updatedTime);
    expect(times.size).toBe(50);
    expect([...times]).toEqual([...times].sort());
  });

  it.each([
    ["no body", undefined],
    ["an empty object", {}],
  ])("takes the latest published version for %s", async (_, body) => {
    expect((await startFoundry().create(body)).body.agentVersion).toBe("2.0");
  });

  it("takes a saved version that is not published when it is named", async () => {
    expect((await startFoundry().create({ agentVersion: "2.1" })).body.agentVersion).toBe("2.1");
  });

  it("refuses an absent body when the option demands one", async () => {
    const { create } = startFoundry({ foundry: { createBody: "required" } });
    expect((await create({})).status).toBe(200);
    const answer = await create();
    expect([answer.status, answer.body.errorName]).toEqual([400, "MissingPostBody"]);
  });

  it.each(["1", "1.0.0", "latest", "", "v1.0"])("refuses the malformed version %j", async (agentVersion) => {
    const { create, emulator } = startFoundry();
    const { agentRid } = emulator.credentials.foundry;
    const answer = await create({ agentVersion });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      errorName: "InvalidAgentVersion",
      parameters: { agentRid, version: agentVersion },
    });
  });

  it("names an unknown version and its agent", async () => {
    const { create, emulator } = startFoundry();
    const { agentRid } = emulator.credentials.foundry;
    const answer = await create({ agentVersion: "9.0" });
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({
      errorName: "AgentVersionNotFound",
      parameters: { agentRid, agentVersionString: "9.0" },
    });
  });

  it.each([undefined, "0.1"])("refuses an agent without a published version, asked for %s", async (agentVersion) => {
    const { create, emulator } = startFoundry();
    const { unpublishedAgentRid: agentRid } = emulator.credentials.foundry;
    const answer = await create(agentVersion === undefined ? {} : { agentVersion }, { agentRid });
    expect(answer.body).toMatchObject({ errorName: "NoPublishedAgentVersion", parameters: { agentRid } });
  });

  it.each([
    ["an unknown key", { agentVersion: "1.0", title: "x" }],
    ["a value of the wrong type", { agentVersion: 1 }],
    ["no object", ["1.0"]],
  ])("refuses %s with 422 and stores nothing", async (_, body) => {
    const { create, emulator } = startFoundry();
    const before = emulator.stored.foundry;
    const answer = await create(body);
    expect([answer.status, answer.body.errorName]).toEqual([422, "Conjure:UnprocessableEntity"]);
    expect(emulator.stored.foundry).toBe(before);
  });

  it.each([
    ["text that is not JSON", "{", "application/json", 422, "Conjure:UnprocessableEntity"],
    [
      "another content type",
      "agentVersion=1.0",
      "application/x-www-form-urlencoded",
      415,
      "Conjure:UnsupportedMediaType",
    ],
  ])("refuses %s", async (_, body, contentType, status, errorName) => {
    const { send, emulator } = startFoundry();
    const { agentRid, token } = emulator.credentials.foundry;
    const answer = await send<FoundryBody>(`/api/v2/aipAgents/agents/${agentRid}/sessions?preview=true`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": contentType },
      body,
    });
    expect([answer.status, answer.body.errorName]).toEqual([status, errorName]);
  });
});
