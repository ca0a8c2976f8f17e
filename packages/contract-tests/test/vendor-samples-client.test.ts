import { describe, expect, test } from "vitest";
import { tallyOf } from "../contract/support/tally.js";
import { clientsThatReceive, type SampleClients } from "../src/samples-clients.js";
import { describedApi } from "../src/samples-descriptions.js";
import { messageOf } from "../src/samples-message.js";
import { requestSamples, responseSamples, sampleOf } from "../src/samples.js";

const tally = tallyOf("vendor-samples-client");

const agentRid = "ri.aip-agents..agent.732cd5b4-7ca7-4219-aabb-6e976faf63b1";
const sessionRid = "ri.aip-agents..session.292db3b2-b653-4de6-971c-7e97a7b881d6";
const pageToken =
  "v1.QnVpbGQgdGhlIEZ1dHVyZTogaHR0cHM6Ly93d3cucGFsYW50aXIuY29tL2NhcmVlcnMvP2xldmVyLXNvdXJjZSU1YiU1ZD1BUElEb2NzI29wZW4tcG9zaXRpb25z";
const place = { appId: "aa-6b8e45ca-3f0d-5c1e-a151-8225d0ffe592", envName: "production" };
const user = { type: "userReference", value: "usr_1a2b3c4d5e" } as const;
const maskedBot = "st-ffeff1d4-5b2c-5e7a-a3f0-c49ab0d61c27";
const sampleBot = "st-dc600cf5-b1c5-581e-a2c3-eb81fe39c927";
const ids = ["6465cf6e4769ed4e822b82a1", "6465cf6e47Q9ed4e822b82a1"];
const oneDay = { skip: 0, limit: 100, dateFrom: "2020-02-11", dateTo: "2020-02-12" };
const filters = [{ key: "status", value: "idle", operator: "equals" }];

/** One way to send a sample request, written as a user of the types would write it. */
interface Sending {
  /** The sample response that answers. */
  readonly answer: string;
  /** By the provider's client, and by the facade where it can say the same. */
  readonly send: Readonly<Partial<Record<"client" | "facade", (clients: SampleClients) => Promise<unknown>>>>;
  /** The body on the wire, where it says the same as that of the sample with other letters. */
  readonly body?: unknown;
}

const sendings: Readonly<Record<string, Sending>> = {
  "foundry-aip-agents/create-session-request": {
    answer: "foundry-aip-agents/create-session-response",
    send: {
      client: ({ support }) => support.client.createSession({ agentRid, agentVersion: "1.0" }),
      facade: ({ support }) => support.create({ agentVersion: "1.0" }),
    },
  },
  "foundry-aip-agents/get-session-request": {
    answer: "foundry-aip-agents/get-session-response",
    send: {
      client: ({ support }) => support.client.getSession({ agentRid, sessionRid }),
      facade: ({ support }) => support.get(sessionRid),
    },
  },
  "foundry-aip-agents/list-sessions-request": {
    answer: "foundry-aip-agents/list-sessions-response",
    // The facade goes on after a page with `resume`, not with a token of one service.
    send: { client: ({ support }) => support.client.listSessions.page({ agentRid, pageSize: 100, pageToken }) },
  },
  "kore-agent-platform/create-session-request": {
    answer: "kore-agent-platform/create-session-response",
    send: {
      client: ({ shop }) => shop.client.createAppSession({ ...place, sessionIdentity: [user] }),
      facade: ({ shop }) => shop.create({ user: user.value }),
    },
  },
  "kore-agent-platform/list-sessions-request": {
    answer: "kore-agent-platform/list-sessions-response",
    // The facade begins a millisecond early, because it is not documented whether the bounds belong to the range.
    send: {
      client: ({ shop }) =>
        shop.client.listAppSessions.page({
          ...place,
          sessionId: "s-a302e3c6-308b-4a0a-9a5f-a01a5846fae1",
          userReference: user.value,
          date: { start: "2025-02-17T00:00:00.000Z", end: "2025-02-18T00:00:00.000Z" },
          filters,
          offset: 0,
        }),
    },
  },
  "kore-xo/specific-bot-request": {
    answer: "kore-xo/drop-off-response",
    // The facade asks for windows of its own making.
    send: {
      client: ({ ivr }) => ivr.client.getBotSessions.page({ botId: maskedBot, containmentType: "dropOff", ...oneDay }),
    },
  },
  "kore-xo/session-ids-request": {
    answer: "kore-xo/session-ids-response",
    send: {
      client: ({ ivr }) => ivr.client.getBotSessions.page({ botId: sampleBot, sessionId: ids }),
      facade: ({ ivr }) => ivr.list.page({ ids }),
    },
  },
  "kore-xo/with-body-request": {
    answer: "kore-xo/drop-off-response",
    send: { client: ({ ivr }) => ivr.client.getAccountSessions.page({ containmentType: "dropOff", ...oneDay }) },
  },
  "kore-xo/without-body-request": {
    answer: "kore-xo/drop-off-response",
    send: { client: ({ ivr }) => ivr.client.getAccountSessions.page({ containmentType: "dropOff" }) },
    // "No filter" goes out as an empty object: there are services that refuse a POST without a body.
    body: {},
  },
};

/** What a caller holds in the end that must be the sample itself, or the part of it that is named. */
type Received = readonly (readonly [what: string, value: unknown, sample?: (body: never) => unknown])[];

const receipts: Readonly<Record<string, (clients: SampleClients) => Promise<Received>>> = {
  "foundry-aip-agents/create-session-response": async ({ support }) => [
    ["client", await support.client.createSession({ agentRid })],
    ["facade", (await support.create()).raw],
  ],
  "foundry-aip-agents/get-session-response": async ({ support }) => [
    ["client", await support.client.getSession({ agentRid, sessionRid })],
    ["facade", (await support.get(sessionRid)).raw],
  ],
  "foundry-aip-agents/list-sessions-response": async ({ support }) => {
    const [page, faced] = [await support.client.listSessions.page({ agentRid }), await support.list.page({})];
    return [
      ["client, page", page.raw],
      ["client, items", page.items, ({ data }: { data: unknown }) => data],
      ["facade, page", faced.raw],
      ["facade, items", faced.items.map(({ raw }) => raw), ({ data }: { data: unknown }) => data],
    ];
  },
  "kore-agent-platform/create-session-response": receiveCreation,
  "kore-agent-platform/create-session-authorization-pending-response": receiveCreation,
  "kore-agent-platform/list-sessions-response": async ({ shop }) => {
    const [page, faced] = [await shop.client.listAppSessions.page(place), await shop.list.page({})];
    return [
      ["client, page", page.raw],
      ["client, items", page.items, sessionsIn],
      ["client, total", page.total, (body: { pagination: { totalCount: number } }) => body.pagination.totalCount],
      ["facade, page", faced.raw],
      ["facade, items", faced.items.map(({ raw }) => raw), sessionsIn],
    ];
  },
  "kore-xo/drop-off-response": receiveSessions,
  "kore-xo/self-service-response": receiveSessions,
  "kore-xo/agent-response": receiveSessions,
  "kore-xo/session-ids-response": async (clients) => {
    const found = await clients.ivr.client.lookUpSessions({ botId: sampleBot, ids });
    const faced = await clients.ivr.list.page({ ids });
    return [
      ...(await receiveSessions(clients)).filter(([what]) => what.startsWith("client")),
      ["client, found", found.sessions, sessionsIn],
      ["client, invalid", found.invalidIds, ({ invalidSessions }: { invalidSessions: unknown }) => invalidSessions],
      ["facade, found", faced.items.map(({ raw }) => raw), sessionsIn],
      ["facade, look-up", faced.raw, () => found],
    ];
  },
};

async function receiveCreation({ shop }: SampleClients): Promise<Received> {
  const created = await shop.client.createAppSession({ ...place, sessionIdentity: [user] });
  return [
    ["client", created.raw],
    [
      "client, session",
      created.session,
      (body: { session?: unknown; sessionInfo?: unknown }) => body.session ?? body.sessionInfo,
    ],
    ["facade", (await shop.create({ user: user.value })).raw],
  ];
}

async function receiveSessions({ ivr }: SampleClients): Promise<Received> {
  const page = await ivr.client.getBotSessions.page({ botId: maskedBot });
  const account = await ivr.client.getAccountSessions.page();
  const faced = await ivr.list.page({ since: "2021-04-26", until: "2021-04-27" });
  return [
    ["client, page", page.raw],
    ["client, items", page.items, sessionsIn],
    ["client, total", page.total, ({ total }: { total: number }) => total],
    ["client, page of the account", account.raw],
    ["facade, page", faced.raw],
    ["facade, items", faced.items.map(({ raw }) => raw), sessionsIn],
  ];
}

function sessionsIn({ sessions }: { readonly sessions: unknown }): unknown {
  return sessions;
}

test("there is a way to send every sample request and to receive every sample response", () => {
  expect(Object.keys(sendings).sort()).toEqual(requestSamples.map(({ name }) => name));
  expect(Object.keys(receipts).sort()).toEqual(responseSamples.map(({ name }) => name));
});

const ways = Object.entries(sendings).flatMap(([name, sending]) =>
  Object.entries(sending.send).map(([by, run]) => ({ name, by, run, sending })),
);

describe.each(ways)("$name, sent by the $by", ({ name, run, sending }) => {
  test("is the sample on the wire, and nothing else", async () => {
    const { api, operationId, parameters, repaired } = sampleOf("request", name);
    const { contract } = await describedApi(api);
    const { clients, sent } = clientsThatReceive(sending.answer);
    await run(clients);

    expect(sent).toHaveLength(1);
    const [message] = sent;
    expect(contract.checkRequest(message!)).toEqual([]);
    const body = "body" in sending ? sending.body : repaired;
    const { method, path, query } = messageOf(contract, { operationId, parameters, body }, {});
    expect(message).toMatchObject({ method, path });
    expect(Object.fromEntries(message!.query)).toEqual(Object.fromEntries(query));
    expect(message!.bodyText === "" ? null : JSON.parse(message!.bodyText)).toEqual(body);
    tally.count({ api, operation: operationId, direction: "client -> description", judge: "vendor samples" });
  });
});

describe.each(responseSamples)("$name", ({ name, repaired, api, operationId }) => {
  test("comes out of the client and the facade with nothing lost and nothing added", async () => {
    const { clients, unrecognized } = clientsThatReceive(name);
    for (const [what, value, part = (body: unknown) => body] of await receipts[name]!(clients)) {
      expect(value, what).toStrictEqual(part(repaired as never));
    }
    expect(unrecognized).toEqual([]);
    tally.count({ api, operation: operationId, direction: "description -> client", judge: "vendor samples" });
  });
});
