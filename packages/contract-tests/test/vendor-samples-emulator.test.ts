import { createEmulator } from "@org/emulator";
import { expect, test } from "vitest";
import { tallyOf } from "../contract/support/tally.js";
import { credentialFor } from "../src/samples-credentials.js";
import { describedApi } from "../src/samples-descriptions.js";
import { messageOf, type Call } from "../src/samples-message.js";
import { skeletonOf } from "../src/samples-verbatim.js";
import { requestSamples, responseSamples, sampleOf } from "../src/samples.js";

const tally = tallyOf("vendor-samples-emulator");

/** Where each API's samples were taken, and a moment at which their sessions exist and have not expired. */
const taken: Readonly<Record<string, { readonly origin: string; readonly at: string }>> = {
  "foundry-aip-agents": { origin: "https://example.palantirfoundry.com", at: "2024-10-01T22:05:00Z" },
  "kore-agent-platform": { origin: "https://agent-platform.kore.ai", at: "2025-02-17T19:10:00Z" },
  "kore-xo": { origin: "https://platform.kore.ai", at: "2023-05-18T07:15:00Z" },
};

const { agentPlatform, foundry, xo } = createEmulator({ seed: "none" }).credentials;
const { appId, authorizingAppId, envName } = agentPlatform;
const ofAgent = { path: { agentRid: foundry.agentRid }, query: { preview: true } };
const ofSession = { ...ofAgent, path: { ...ofAgent.path, sessionRid: foundry.sessionRid } };

/**
 * How the emulator produces each sample. It holds their sessions under their own ids, so all come out whole.
 *
 * `by` names what a caller does to get it. A service that creates a session chooses its id and times, so Foundry's sample
 * of a create is got instead; the Agent Platform's are found by a create that names their reference. What the sample
 * requests create is compared further below.
 */
const productions: Readonly<Record<string, Call & { readonly by: "get" | "list" | "find" | "look up" }>> = {
  "foundry-aip-agents/create-session-response": {
    by: "get",
    operationId: "getSession",
    parameters: ofSession,
    body: null,
  },
  "foundry-aip-agents/get-session-response": {
    by: "get",
    operationId: "getSession",
    parameters: ofSession,
    body: null,
  },
  "foundry-aip-agents/list-sessions-response": {
    by: "list",
    operationId: "listSessions",
    parameters: { ...ofAgent, query: { preview: true, pageSize: 1 } },
    body: null,
  },
  "kore-agent-platform/create-session-response": {
    by: "find",
    operationId: "createAppSession",
    parameters: { path: { appId, envName } },
    body: { sessionIdentity: [{ type: "sessionReference", value: "Se_skwos333" }] },
  },
  "kore-agent-platform/create-session-authorization-pending-response": {
    by: "find",
    operationId: "createAppSession",
    parameters: { path: { appId: authorizingAppId, envName } },
    body: { sessionIdentity: [{ type: "sessionReference", value: "s-b8987503-696b-4111-a006-49c0cbcf0fb9" }] },
  },
  "kore-agent-platform/list-sessions-response": {
    by: "list",
    operationId: "listAppSessions",
    parameters: { path: { appId, envName } },
    body: sampleOf("request", "kore-agent-platform/list-sessions-request").repaired,
  },
  "kore-xo/drop-off-response": listByContainment("dropOff"),
  "kore-xo/self-service-response": listByContainment("selfService"),
  "kore-xo/agent-response": listByContainment("agent"),
  "kore-xo/session-ids-response": {
    by: "look up",
    operationId: "getBotSessions",
    parameters: { path: { botId: xo.botId } },
    body: sampleOf("request", "kore-xo/session-ids-request").repaired,
  },
};

/** The masked samples are all of one second of one day. */
function listByContainment(containmentType: string): (typeof productions)[string] {
  return {
    by: "list",
    operationId: "getBotSessions",
    parameters: { path: { botId: xo.otherBotId }, query: { containmentType } },
    body: { dateFrom: "2021-04-26", dateTo: "2021-04-27" },
  };
}

test("there is a production for every sample response", () => {
  expect(Object.keys(productions).sort()).toEqual(responseSamples.map(({ name }) => name));
});

test.each(requestSamples)(
  "the emulator accepts $name, with an answer that obeys the description",
  async ({ api, operationId, parameters, repaired }) => {
    const { status } = await ask(api, { operationId, parameters, body: repaired });
    expect(status).toBe(200);
    tally.count({ api, operation: operationId, direction: "emulator -> description", judge: "vendor samples" });
  },
);

const held = Object.entries(productions).map(([name, call]) => ({ name, by: call.by, call }));

test.each(held)("the emulator produces $name whole, by a $by", async ({ name, call }) => {
  const { api, status, repaired } = sampleOf("response", name);
  expect(await ask(api, call)).toEqual({ status, body: repaired });
  tally.count({ api, operation: call.operationId, direction: "emulator -> description", judge: "vendor samples" });
});

test.each(["foundry-aip-agents/create-session", "kore-agent-platform/create-session"])(
  "what %s-request creates has the form of the sample response, and its values where the service does not choose them",
  async (name) => {
    const { api, operationId, parameters, repaired } = sampleOf("request", `${name}-request`);
    const { body } = await ask(api, { operationId, parameters, body: repaired });
    const sample = sampleOf("response", `${name}-response`).repaired;
    expect(skeletonOf(body)).toEqual(skeletonOf(sample));
    expect(body).toMatchObject(notChosen[api]!);
  },
);

/** What the service does not choose in the answer to a create: what the request says, and who asks. */
const notChosen: Readonly<Record<string, object>> = {
  "foundry-aip-agents": {
    agentRid: foundry.agentRid,
    agentVersion: "1.0",
    metadata: {
      createdTime: expect.stringMatching(/^2024-10-01T22:05:00\.\d{9}Z$/),
      updatedTime: expect.stringMatching(/^2024-10-01T22:05:00\.\d{9}Z$/),
      estimatedExpiresTime: expect.stringMatching(/^2024-10-02T22:05:00\.\d{9}Z$/),
    },
  },
  "kore-agent-platform": {
    session: {
      userReference: "usr_1a2b3c4d5e",
      userId: "u-4c2221e1-46c2-53c5-9876-fd6699052c15",
      status: "idle",
      createdAt: "2025-02-17T19:10:00.000Z",
    },
  },
};

/** Asks a new emulator, at the time and under the address of the samples, and holds its answer against the description. */
async function ask(api: string, call: Call): Promise<{ readonly status: number; readonly body: unknown }> {
  const { origin, at } = taken[api]!;
  const { contract } = await describedApi(api);
  const emulator = createEmulator({ seed: "samples", clock: standingClock(at) });
  const message = messageOf(contract, call, credentialFor(api, call, emulator.credentials));
  const { method, path, query, headers, bodyText } = message;
  const response = await emulator.fetch(`${origin}${path}?${query}`, {
    method,
    headers,
    ...(method === "POST" && { body: bodyText }),
  });
  const text = await response.text();
  const { status, headers: received } = response;
  expect(contract.checkResponse(call.operationId, { status, headers: received, bodyText: text })).toEqual([]);
  return { status, body: JSON.parse(text) as unknown };
}

function standingClock(at: string): { now(): number; sleep(): Promise<void> } {
  return { now: () => Date.parse(at), sleep: () => Promise.resolve() };
}
