import type { EmulatorCredentials } from "@org/emulator";
import type { ApiName } from "../support/api.ts";
import type { Clients } from "./clients.ts";
import type { Call } from "./exchange.ts";
import { first, mustMeet, type SafeResult } from "./safe-result.ts";

/** A call in the safe style, and the status that it must meet. */
type Refusal = readonly [operation: string, status: number, call: () => Promise<SafeResult>];

const nobody = "00000000-0000-4000-8000-000000000000";

/** Valid requests that the services refuse, one for each status that such a request can meet. */
export function refusedCalls(clients: Clients, credentials: EmulatorCredentials): readonly Call[] {
  return [
    ...checked("foundry-aip-agents", foundryRefusals(clients, credentials)),
    ...checked("kore-agent-platform", platformRefusals(clients, credentials)),
    ...checked("kore-xo", xoRefusals(clients, credentials)),
  ];
}

function checked(api: ApiName, refusals: readonly Refusal[]): Call[] {
  return refusals.map(([operation, status, call]) => ({
    api,
    name: `${operation} refused with ${status}`,
    run: async () => mustMeet(status, await call()),
  }));
}

function foundryRefusals({ foundry }: Clients, credentials: EmulatorCredentials): Refusal[] {
  const { agentRid, sessionRid, readOnlyToken, failingAgentRids } = credentials.foundry;
  const client = foundry();
  const stranger = foundry("unknown");
  const noAgent = `ri.aip-agents..agent.${nobody}`;
  const internal = failingAgentRids["Default:Internal"];
  const denied = failingAgentRids["Default:PermissionDenied"];
  return [
    ["createSession", 400, () => client.createSession.safe({ agentRid, agentVersion: "latest" })],
    ["createSession", 401, () => stranger.createSession.safe({ agentRid })],
    ["createSession", 403, () => foundry(readOnlyToken).createSession.safe({ agentRid })],
    ["createSession", 404, () => client.createSession.safe({ agentRid: noAgent })],
    ["createSession", 500, () => client.createSession.safe({ agentRid: internal })],
    ["getSession", 400, () => client.getSession.safe({ agentRid, sessionRid, preview: false })],
    ["getSession", 401, () => stranger.getSession.safe({ agentRid, sessionRid })],
    ["getSession", 403, () => client.getSession.safe({ agentRid: denied, sessionRid })],
    ["getSession", 404, () => client.getSession.safe({ agentRid, sessionRid: `ri.aip-agents..session.${nobody}` })],
    ["getSession", 500, () => client.getSession.safe({ agentRid: internal, sessionRid })],
    ["listSessions", 400, () => first(client.listSessions.safe({ agentRid, pageToken: "unknown" }))],
    ["listSessions", 401, () => first(stranger.listSessions.safe({ agentRid }))],
    ["listSessions", 403, () => first(client.listSessions.safe({ agentRid: denied }))],
    ["listSessions", 404, () => first(client.listSessions.safe({ agentRid: noAgent }))],
    ["listSessions", 500, () => first(client.listSessions.safe({ agentRid: internal }))],
  ];
}

function platformRefusals({ platform }: Clients, credentials: EmulatorCredentials): Refusal[] {
  const { appId, envName, sessionId, createOnlyApiKey, listOnlyApiKey } = credentials.agentPlatform;
  const client = platform();
  const stranger = platform("unknown");
  const place = { appId, envName };
  const user = { type: "userReference", value: "somebody-else" };
  const session = { type: "sessionId", value: sessionId };
  const named = (type: string, value: string) => ({ ...place, sessionIdentity: [{ type, value }] });
  const yesterday = { start: "yesterday", end: "today" };
  return [
    ["createAppSession", 400, () => client.createAppSession.safe(named("nickname", "judged"))],
    ["createAppSession", 401, () => stranger.createAppSession.safe(named("userReference", "judged"))],
    ["createAppSession", 403, () => platform(listOnlyApiKey).createAppSession.safe(named("userReference", "judged"))],
    ["createAppSession", 404, () => client.createAppSession.safe(named("sessionId", `s-${nobody}`))],
    ["createAppSession", 409, () => client.createAppSession.safe({ ...place, sessionIdentity: [session, user] })],
    ["listAppSessions", 400, () => first(client.listAppSessions.safe({ ...place, date: yesterday }))],
    ["listAppSessions", 401, () => first(stranger.listAppSessions.safe(place))],
    ["listAppSessions", 403, () => first(platform(createOnlyApiKey).listAppSessions.safe(place))],
    ["listAppSessions", 404, () => first(client.listAppSessions.safe({ ...place, envName: "nowhere" }))],
  ];
}

function xoRefusals({ xoBot, xoAccount, xoUnscoped, xoUnknown }: Clients, credentials: EmulatorCredentials): Refusal[] {
  const { botId } = credentials.xo;
  const tags = { or: [] };
  return [
    ["getBotSessions", 400, () => first(xoBot.getBotSessions.safe({ botId, tags }))],
    ["getBotSessions", 401, () => first(xoUnknown.getBotSessions.safe({ botId }))],
    ["getBotSessions", 403, () => first(xoUnscoped.getBotSessions.safe({ botId }))],
    ["getBotSessions", 404, () => first(xoBot.getBotSessions.safe({ botId: `st-${nobody}` }))],
    ["getAccountSessions", 400, () => first(xoAccount.getAccountSessions.safe({ tags }))],
    ["getAccountSessions", 401, () => first(xoUnknown.getAccountSessions.safe({}))],
    ["getAccountSessions", 403, () => first(xoBot.getAccountSessions.safe({}))],
  ];
}
