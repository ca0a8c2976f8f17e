import { createFoundryAipAgents } from "@org/foundry-aip-agents";
import { agentPlatform, foundry, xo } from "./clients.js";

const agentRid = "ri.aip-agents..agent.1";
const app = { appId: "aa-1", envName: "production" };

await foundry.createSession({
  // @ts-expect-error TS2322: Type 'number' is not assignable to type 'string'
  agentRid: 1,
});
await foundry.createSession({
  agentRid,
  // @ts-expect-error TS2561: 'agentVerison' does not exist in type 'CreateSessionInput'
  agentVerison: "1.0",
});
// @ts-expect-error TS2345|TS2741: Property 'agentRid' is missing in type '{}' but required in type 'CreateSessionInput'
await foundry.createSession({});
// @ts-expect-error TS2554: Expected 1-2 arguments, but got 0
await foundry.createSession();
foundry.listSessions({
  agentRid,
  // @ts-expect-error TS2322: Type 'string' is not assignable to type 'number'
  pageSize: "10",
});
// @ts-expect-error TS2551: Did you mean 'getSession'?
await foundry.getSesion({ agentRid, sessionRid: "ri.aip-agents..session.1" });

xo.getBotSessions({
  botId: "st-1",
  // @ts-expect-error TS2322: Type '"handedOver"' is not assignable to type
  containmentType: "handedOver",
});
xo.getBotSessions({
  botId: "st-1",
  // @ts-expect-error TS2322: Type 'Date' is not assignable to type 'string'
  dateFrom: new Date(0),
});
xo.getAccountSessions({
  // @ts-expect-error TS2353: 'botId' does not exist in type 'GetAccountSessionsInput'
  botId: "st-1",
});
xo.listSessions({
  botId: "st-1",
  // @ts-expect-error TS2322: Type 'number' is not assignable to type 'TimeInput'
  since: 0,
});
await xo.lookUpSessions({
  // @ts-expect-error TS2322: Type 'string' is not assignable to type 'readonly string[]'
  ids: "6465cf6e4769ed4e822b82a1",
});
await agentPlatform.createAppSession({
  ...app,
  // @ts-expect-error TS2741: Property 'value' is missing in type
  sessionIdentity: [{ type: "userReference" }],
});
agentPlatform.listAppSessions({
  ...app,
  // @ts-expect-error TS2741: Property 'end' is missing in type
  date: { start: "2025-02-17" },
});

// Options too.
await foundry.createSession(
  { agentRid },
  // @ts-expect-error TS2561: 'timeout' does not exist in type 'CallOptions'
  { timeout: 1000 },
);
await foundry.createSession(
  { agentRid },
  // @ts-expect-error TS2322: Type 'true' is not assignable to type
  { retry: true },
);
await foundry.createSession(
  { agentRid },
  // @ts-expect-error TS2353: 'resume' does not exist in type 'CallOptions'
  { resume: "token" },
);
createFoundryAipAgents({
  baseUrl: "https://acme.palantirfoundry.com",
  // @ts-expect-error TS2353: 'apiKey' does not exist in type 'FoundryAuth'
  auth: { apiKey: "key" },
});
// @ts-expect-error TS2345|TS2741: Property 'baseUrl' is missing in type
createFoundryAipAgents({ auth: { token: "token" } });
