import { createSession, getSession, type GetSessionErrors, listSessions } from "./client";
import { client } from "./client/client.gen";

const { BASE_URL = "", TOKEN = "", AGENT_RID: agentRid = "" } = process.env;

// guide
client.setConfig({ baseUrl: BASE_URL, auth: TOKEN });
const preview = true;

const created = await createSession({ path: { agentRid }, query: { preview }, body: {}, throwOnError: true });
console.log("created", created.data.rid);

const first = await listSessions({ path: { agentRid }, query: { preview, pageSize: 2 }, throwOnError: true });
const pageToken = first.data.nextPageToken;
const second = await listSessions({
  path: { agentRid },
  query: { preview, pageSize: 2, pageToken },
  throwOnError: true,
});
// end of guide
for (const page of [first, second]) console.log("listed", ...(page.data.data ?? []).map(({ rid }) => rid));

const { rid: sessionRid } = created.data;
const got = await getSession({ path: { agentRid, sessionRid }, query: { preview }, throwOnError: true });
console.log("got", got.data.rid);

// guide
const none = "ri.aip-agents..session.00000000-0000-0000-0000-000000000000";
const { error, response } = await getSession({ path: { agentRid, sessionRid: none }, query: { preview } });
if (response?.status === 404) console.log("refused", (error as GetSessionErrors[404]).errorName);
// end of guide
