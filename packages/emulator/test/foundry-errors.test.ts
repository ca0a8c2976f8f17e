import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { startFoundry, type FoundryBody, type FoundryClient } from "./support/foundry-client.js";
import type { Answer } from "./support/started-emulator.js";

interface ErrorSchema {
  readonly properties?: { readonly errorName?: { readonly const?: string } };
}

const description = createRequire(import.meta.url)("@org/specs/foundry-aip-agents") as {
  readonly components: { readonly schemas: Readonly<Record<string, ErrorSchema>> };
};
const documented = Object.values(description.components.schemas).flatMap(
  ({ properties }) => properties?.errorName?.const ?? [],
);

const failing = startFoundry().emulator.credentials.foundry.failingAgentRids;

/** One way to meet each error that no agent stands for. */
const WAYS: Readonly<Record<string, (client: FoundryClient) => Promise<Answer<FoundryBody>>>> = {
  AgentNotFound: ({ list }) => list({ agentRid: "ri.aip-agents..agent.unknown" }),
  AgentVersionNotFound: ({ create }) => create({ agentVersion: "9.0" }),
  ApiFeaturePreviewUsageOnly: ({ list }) => list({ query: { preview: "false" } }),
  ApiUsageDenied: ({ create, emulator }) => create({}, { token: emulator.credentials.foundry.readOnlyToken }),
  InvalidAgentVersion: ({ create }) => create({ agentVersion: "latest" }),
  InvalidPageSize: ({ list }) => list({ query: { pageSize: "0" } }),
  InvalidPageToken: ({ list }) => list({ query: { pageToken: "v1.unknown" } }),
  MissingPostBody: () => startFoundry({ foundry: { createBody: "required" } }).create(),
  NoPublishedAgentVersion: ({ create, emulator }) =>
    create({}, { agentRid: emulator.credentials.foundry.unpublishedAgentRid }),
  "Conjure:InvalidArgument": ({ list }) => list({ query: { pageSize: "ten" } }),
  "Conjure:MalformedCredentials": ({ list }) => list({ token: "{}" }),
  "Conjure:MissingCredentials": ({ send, emulator }) =>
    send(`/api/v2/aipAgents/agents/${emulator.credentials.foundry.agentRid}/sessions`),
  "Conjure:UnprocessableEntity": ({ create }) => create({ unknown: true }),
  "Conjure:UnsupportedMediaType": ({ send, emulator }) =>
    send(`/api/v2/aipAgents/agents/${emulator.credentials.foundry.agentRid}/sessions?preview=true`, {
      method: "POST",
      headers: { authorization: `Bearer ${emulator.credentials.foundry.token}`, "content-type": "text/plain" },
      body: "{}",
    }),
  "Default:Unauthorized": ({ list }) => list({ token: "unknown" }),
};

describe("a documented Foundry error", () => {
  it.each(documented)("can be met: %s", async (name) => {
    const client = startFoundry();
    const agentRid = Object.entries(failing).find(([error]) => error === name)?.[1];
    const way = WAYS[name];
    const answer = await (agentRid === undefined ? way?.(client) : client.create({}, { agentRid }));
    expect(answer?.body).toMatchObject({ errorName: name, errorInstanceId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  });

  it("of an agent that cannot create still leaves its list readable", async () => {
    const { list } = startFoundry();
    expect((await list({ agentRid: failing.ActionTypeNotFound })).status).toBe(200);
    expect((await list({ agentRid: failing["Default:Internal"] })).status).toBe(500);
  });

  it("stores no session", async () => {
    const { create, emulator } = startFoundry();
    const before = emulator.stored.foundry;
    for (const agentRid of Object.values(failing)) await create({}, { agentRid });
    expect(emulator.stored.foundry).toBe(before);
  });
});
