import { createSession, getSession, listSessions } from "./client";
import type { GetSession404 } from "./client";
import { setConfig } from "./client/.kubb/fetch.js";

const { BASE_URL = "", TOKEN = "", AGENT_RID: agentRid = "" } = process.env;

// guide
setConfig({ baseURL: BASE_URL, headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" } });
const preview = true;

const created = await createSession(agentRid, {}, { preview });
console.log("created", created.data.rid);

const first = await listSessions(agentRid, { preview, pageSize: 2 });
const second = await listSessions(agentRid, { preview, pageSize: 2, pageToken: first.data.nextPageToken });
// end of guide
for (const page of [first, second]) console.log("listed", ...(page.data.data ?? []).map(({ rid }) => rid));

const got = await getSession(agentRid, created.data.rid, { preview });
console.log("got", got.data.rid);

// guide
// The client answers with whatever came: look at the status, then say what it is.
const none = "ri.aip-agents..session.00000000-0000-0000-0000-000000000000";
const missing: { status: number; data: unknown } = await getSession(agentRid, none, { preview });
if (missing.status === 404) console.log("refused", (missing.data as GetSession404).errorName);
// end of guide
