import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { startApp } from "./support/app-client.js";
import { startFoundry } from "./support/foundry-client.js";
import { signJwt } from "./support/sign-jwt.js";
import { startXo } from "./support/xo-client.js";

/** The examples of a description, which are the samples of the vendors' pages. */
function examplesOf(api: string): (name: string) => unknown {
  const { components } = createRequire(import.meta.url)(`@org/specs/${api}`) as {
    readonly components: { readonly examples: Readonly<Record<string, { readonly value: unknown }>> };
  };
  return (name) => {
    const example = components.examples[name];
    if (example === undefined) throw new Error(`${api} has no example ${name}`);
    return example.value;
  };
}

const seeds = [{ seed: "samples" }, { seed: "full" }] as const;

describe.each(seeds)("the samples of Foundry in the seed $seed", (options) => {
  const example = examplesOf("foundry-aip-agents");
  /** A moment at which the sample session exists and has not expired. */
  const THEN = "2024-10-01T22:05:00.000Z";
  const PAGE_TOKEN =
    "v1.QnVpbGQgdGhlIEZ1dHVyZTogaHR0cHM6Ly93d3cucGFsYW50aXIuY29tL2NhcmVlcnMvP2xldmVyLXNvdXJjZSU1YiU1ZD1BUElEb2NzI29wZW4tcG9zaXRpb25z";

  it("give the sample session as printed, at the time of the sample", async () => {
    const { get, emulator } = startFoundry(options, THEN);
    expect((await get(emulator.credentials.foundry.sessionRid)).body).toEqual(example("Session"));
  });

  it("keep it alive for a year where the emulator starts later, and change nothing else", async () => {
    const { get, emulator, clock } = startFoundry(options);
    const { sessionRid } = emulator.credentials.foundry;
    clock.advance(364 * 86_400_000);
    const { metadata, ...rest } = (await get(sessionRid)).body;
    const { metadata: printed, ...printedRest } = example("Session") as { metadata: object };
    expect(rest).toEqual(printedRest);
    expect(metadata).toEqual({ ...printed, estimatedExpiresTime: "2027-11-21T10:17:43.219000000Z" });
    clock.advance(86_400_000);
    expect((await get(sessionRid)).status).toBe(404);
  });

  it("accept the sample requests", async () => {
    const { create, list } = startFoundry(options);
    const created = await create(example("CreateSessionVersion"));
    expect([created.status, created.body.agentVersion]).toEqual([200, "1.0"]);
    expect((await list({ query: { pageSize: "100", pageToken: PAGE_TOKEN } })).body.data).toHaveLength(1);
  });
});

it("the sample listing of Foundry comes as printed, page token and all", async () => {
  const { list } = startFoundry({ seed: "samples" }, "2024-10-01T22:05:00.000Z");
  const { body } = await list({ query: { pageSize: "1" } });
  expect(body).toEqual(examplesOf("foundry-aip-agents")("SessionsPage"));
});

describe.each(seeds)("the samples of the Agent Platform in the seed $seed", (options) => {
  const example = examplesOf("kore-agent-platform");

  it("give the sample session as printed", async () => {
    const { create, createFor, list, emulator } = startApp(options);
    const { sessionId } = emulator.credentials.agentPlatform;
    expect((await createFor({ sessionId })).body).toEqual(example("SessionCreated"));
    expect((await create(example("CreateWithReference"))).body).toEqual(example("SessionCreated"));
    expect((await list({ sessionId })).body).toEqual(example("SessionsPage"));
    expect((await list(example("ListFiltered"))).body).toEqual(example("SessionsPage"));
  });

  it("accept the sample request, which creates another session of the same user", async () => {
    const { create } = startApp(options);
    const { session } = (await create(example("CreateForUser"))).body;
    expect(session.userId).toBe("u-4c2221e1-46c2-53c5-9876-fd6699052c15");
  });

  it("give the sample of a pending authorization as printed, at the vendor's address", async () => {
    const { emulator } = startApp(options);
    const { authorizingAppId, authorizingApiKey } = emulator.credentials.agentPlatform;
    const response = await emulator.fetch(
      `https://agent-platform.kore.ai/api/v2/apps/${authorizingAppId}/environments/production/sessions`,
      {
        method: "POST",
        headers: { "x-api-key": authorizingApiKey, "content-type": "application/json" },
        body: JSON.stringify({
          sessionIdentity: [{ type: "sessionReference", value: "s-b8987503-696b-4111-a006-49c0cbcf0fb9" }],
        }),
      },
    );
    expect(await response.json()).toEqual(example("AuthorizationPending"));
  });
});

describe.each(seeds)("the samples of XO in the seed $seed", (options) => {
  const example = examplesOf("kore-xo");
  const { otherBotId, otherBotClientId, otherBotClientSecret } = startXo().emulator.credentials.xo;
  const otherBot = { botId: otherBotId, auth: signJwt({ appId: otherBotClientId }, otherBotClientSecret) };

  it("give the sample look-up as printed", async () => {
    const { body } = await startXo(options).getSessions(example("LookUp"));
    expect(body).toEqual(example("SessionsById"));
  });

  it.each([
    ["dropOff", "DropOffSessions"],
    ["selfService", "SelfServiceSessions"],
    ["agent", "AgentSessions"],
  ])("give the sample of %s sessions as printed", async (containmentType, name) => {
    const body = { dateFrom: "2021-04-26", dateTo: "2021-04-27" };
    const answer = await startXo(options).getSessions(body, { ...otherBot, query: { containmentType } });
    expect(answer.body).toEqual(example(name));
  });

  it("accept the sample requests, with and without a body, for one bot and account-wide", async () => {
    const { getSessions } = startXo(options);
    for (const botId of [undefined, null]) {
      const call = { ...(botId === null ? { botId } : {}), query: { containmentType: "agent" } };
      expect((await getSessions(undefined, call)).status).toBe(200);
      expect((await getSessions(example("OneDay"), call)).body.total).toBe(0);
    }
    expect((await getSessions(example("ByTag"), otherBot)).body.total).toBe(1);
  });
});
