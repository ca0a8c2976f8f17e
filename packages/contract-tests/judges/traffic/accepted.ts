import type { EmulatorCredentials } from "@org/emulator";
import type { ApiName } from "../support/api.ts";
import type { Clients } from "./clients.ts";
import type { Call } from "./exchange.ts";

const hourMs = 3_600_000;

/** What the services do for our clients: every operation, and every filter that a listing has. */
export function acceptedCalls(clients: Clients, credentials: EmulatorCredentials): readonly Call[] {
  return [
    ...foundryCalls(clients, credentials),
    ...platformCalls(clients, credentials),
    ...xoCalls(clients, credentials),
    ...xoAccountCalls(clients, credentials),
  ];
}

const calls = (api: ApiName, functions: Readonly<Record<string, () => Promise<unknown>>>): Call[] =>
  Object.entries(functions).map(([name, run]) => ({ api, name, run }));

function foundryCalls({ foundry, sessions }: Clients, credentials: EmulatorCredentials): Call[] {
  const client = foundry();
  const { agentRid, sessionRid } = credentials.foundry;
  const since = new Date(Date.now() - 24 * hourMs);
  return calls("foundry-aip-agents", {
    "createSession of a version": () => client.createSession({ agentRid, agentVersion: "1.0" }),
    "createSession of the latest version": () => client.createSession({ agentRid }),
    getSession: () => client.getSession({ agentRid, sessionRid }),
    "listSessions, two pages": async () => {
      const { next } = await client.listSessions.page({ agentRid, pageSize: 2 });
      await client.listSessions.page({ agentRid, pageSize: 2 }, { resume: next });
    },
    "the facade: create and get": async () => sessions.support.get((await sessions.support.create({})).id),
    "the facade: list": () => sessions.support.list({ since, pageSize: 50 }).toArray({ max: 500 }),
  });
}

function platformCalls({ platform, sessions }: Clients, credentials: EmulatorCredentials): Call[] {
  const client = platform();
  const { appId, envName, authorizingAppId, authorizingApiKey, sessionId } = credentials.agentPlatform;
  const place = { appId, envName };
  const date = { start: "2020-01-01T00:00:00.000Z", end: new Date().toISOString() };
  const identity = (type: string, value: string) => ({ type, value });
  return calls("kore-agent-platform", {
    "createAppSession for a user": () =>
      client.createAppSession({ ...place, sessionIdentity: [identity("userReference", "judged")], source: "AP" }),
    "createAppSession by reference": () =>
      client.createAppSession({ ...place, sessionIdentity: [identity("sessionReference", "judged-session")] }),
    "createAppSession of a session that is there": () =>
      client.createAppSession({ ...place, sessionIdentity: [identity("sessionId", sessionId)] }),
    "createAppSession that awaits an authorization": () =>
      platform(authorizingApiKey).createAppSession({
        ...place,
        appId: authorizingAppId,
        sessionIdentity: [identity("userReference", "judged")],
      }),
    "listAppSessions, two pages": async () => {
      const { next } = await client.listAppSessions.page(place);
      await client.listAppSessions.page(place, { resume: next });
    },
    "listAppSessions by id": () => client.listAppSessions.page({ ...place, sessionId }),
    "listAppSessions with every filter": () =>
      client.listAppSessions.page({
        ...place,
        userReference: "judged",
        date,
        filters: [{ key: "status", value: "idle", operator: "eq" }],
        offset: 0,
      }),
    "the facade: create and get": async () => sessions.shop.get((await sessions.shop.create({ user: "judged" })).id),
    "the facade: list": () => sessions.shop.list({ user: "judged" }).toArray({ max: 500 }),
  });
}

function xoCalls({ xoBot, sessions }: Clients, credentials: EmulatorCredentials): Call[] {
  const { botId, sessionId } = credentials.xo;
  const since = new Date(Date.now() - 30 * hourMs);
  return calls("kore-xo", {
    "getBotSessions, two pages": async () => {
      const { next } = await xoBot.getBotSessions.page({ botId, limit: 2 });
      await xoBot.getBotSessions.page({ botId, limit: 2 }, { resume: next });
    },
    "getBotSessions with every filter": () =>
      xoBot.getBotSessions.page({
        botId,
        containmentType: "agent",
        callId: "9f3c1d52-7b0e-4a43-8d55-2f0d6a1c7e90",
        userId: "somebody@example.com",
        sessionType: "interactive",
        tags: { and: [{ name: "tier", values: ["gold"], type: "user" }] },
        dateFrom: "2026-11-01",
        dateTo: "2026-11-02",
        includeMeta: false,
        offset: 0,
        limit: 10,
      }),
    "listSessions over several windows": () => xoBot.listSessions({ botId, since }).toArray({ max: 5000 }),
    lookUpSessions: () => xoBot.lookUpSessions({ botId, ids: [sessionId, "000000000000000000000000"] }),
    "the facade: get": () => sessions.ivr.get(sessionId),
    "the facade: list": () => sessions.ivr.list({ since, sessionType: "interactive" }).toArray({ max: 5000 }),
    "the facade: list ids": () => sessions.ivr.list({ ids: [sessionId] }).toArray({ max: 5 }),
  });
}

function xoAccountCalls({ xoAccount, sessions }: Clients, credentials: EmulatorCredentials): Call[] {
  const { sessionId } = credentials.xo;
  const since = new Date(Date.now() - 6 * hourMs);
  return calls("kore-xo", {
    "getAccountSessions, two pages": async () => {
      const { next } = await xoAccount.getAccountSessions.page({ limit: 2 });
      await xoAccount.getAccountSessions.page({ limit: 2 }, { resume: next });
    },
    "getAccountSessions with a filter": () =>
      xoAccount.getAccountSessions.page({ containmentType: "dropOff", limit: 5 }),
    "lookUpSessions account-wide": () => xoAccount.lookUpSessions({ ids: [sessionId, "000000000000000000000000"] }),
    "the facade: list account-wide": () => sessions.account.list({ since }).toArray({ max: 5000 }),
  });
}
