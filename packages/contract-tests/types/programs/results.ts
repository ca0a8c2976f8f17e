import type { ListSessionsResponse, Session } from "@org/foundry-aip-agents";
import type { AppSession, AppSessionCreation } from "@org/kore-agent-platform";
import type { BotSession, BotSessionList, SessionLookUp } from "@org/kore-xo";
import { exactly } from "../support/expect.js";
import { agentPlatform, foundry, xo } from "./clients.js";

const agentRid = "ri.aip-agents..agent.1";
const app = { appId: "aa-1", envName: "production" };

// Calls resolve to named types, wholly worked out.
const created = await foundry.createSession({ agentRid });
exactly<Session>()(created);
exactly<string>()(created.metadata.createdTime);
exactly<AppSessionCreation>()(
  await agentPlatform.createAppSession({ ...app, sessionIdentity: [{ type: "userReference", value: "usr_1" }] }),
);
exactly<SessionLookUp>()(await xo.lookUpSessions({ ids: ["1"] }));

// Listings give items, pages, arrays and results of that type.
for await (const session of foundry.listSessions({ agentRid })) exactly<Session>()(session);
for await (const page of foundry.listSessions({ agentRid }).pages()) exactly<readonly Session[]>()(page.items);
exactly<AppSession[]>()(await agentPlatform.listAppSessions(app).toArray({ max: 500 }));
const page = await xo.listSessions.page({ since: "2026-02-01" });
exactly<BotSessionList>()(page.raw);
exactly<BotSession | undefined>()(page.items.at(0));
for await (const result of foundry.listSessions.safe({ agentRid })) {
  if (result.ok) exactly<ListSessionsResponse>()(result.data.raw);
}

// A result is data or an error, never both and never neither.
const result = await foundry.createSession.safe({ agentRid });
if (result.ok) {
  exactly<Session>()(result.data);
  exactly<undefined>()(result.error);
  exactly<number>()(result.response.status);
} else {
  exactly<undefined>()(result.data);
  // @ts-expect-error TS18048: 'result.response' is possibly 'undefined'
  exactly<number>()(result.response.status);
}
// @ts-expect-error TS18048: 'result.data' is possibly 'undefined'
exactly<string>()(result.data.rid);

// What the service may leave out is `undefined` to the compiler too.
// @ts-expect-error TS2532: Object is possibly 'undefined'
exactly<string>()((await xo.getBotSessions.page({ botId: "st-1" })).items[0].tags.userTags[0].value);
