import { ApiError, client, type GeneralError, type SessionNotFoundError } from "./client";

const { BASE_URL = "", TOKEN = "", AGENT_RID: agentRid = "" } = process.env;

// guide
client.configure({ serverUrl: BASE_URL, auth: { bearer: TOKEN } });
const query = { preview: true };

const created = await client.createSession({ path: { agentRid }, query, body: {} });
console.log("created", created.rid);

const first = await client.listSessions({ path: { agentRid }, query: { ...query, pageSize: 2 } });
const next = { pageSize: 2, pageToken: first.nextPageToken };
const second = await client.listSessions({ path: { agentRid }, query: { ...query, ...next } });
// end of guide
for (const page of [first, second]) console.log("listed", ...(page.data ?? []).map(({ rid }) => rid));

const got = await client.getSession({ path: { agentRid, sessionRid: created.rid }, query });
console.log("got", got.rid);

// guide
const none = "ri.aip-agents..session.00000000-0000-0000-0000-000000000000";
try {
  await client.getSession({ path: { agentRid, sessionRid: none }, query });
} catch (error) {
  if (error instanceof ApiError) console.log("refused", (error.body as SessionNotFoundError | GeneralError).errorName);
}
// end of guide
