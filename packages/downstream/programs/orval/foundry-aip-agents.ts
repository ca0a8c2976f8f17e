import { createSession, getSession, listSessions } from "./client";

const { BASE_URL = "", TOKEN = "", AGENT_RID: agentRid = "" } = process.env;

// guide
const options = { headers: { authorization: `Bearer ${TOKEN}` } };
const preview = true;

const created = await createSession(agentRid, {}, { preview }, options);
if (created.status !== 200) throw new Error(`not created: ${created.status}`);
console.log("created", created.data.rid);

const first = await listSessions(agentRid, { preview, pageSize: 2 }, options);
if (first.status !== 200) throw new Error(`not listed: ${first.status}`);
const second = await listSessions(agentRid, { preview, pageSize: 2, pageToken: first.data.nextPageToken }, options);
// end of guide
if (second.status !== 200) throw new Error(`not listed: ${second.status}`);
for (const page of [first, second]) console.log("listed", ...(page.data.data ?? []).map(({ rid }) => rid));

const got = await getSession(agentRid, created.data.rid, { preview }, options);
if (got.status === 200) console.log("got", got.data.rid);

// guide
const none = "ri.aip-agents..session.00000000-0000-0000-0000-000000000000";
const missing = await getSession(agentRid, none, { preview }, options);
if (missing.status === 404) console.log("refused", missing.data.errorName);
// end of guide
