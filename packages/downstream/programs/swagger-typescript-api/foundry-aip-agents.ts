import { Api, type GeneralError, type HttpResponse, type SessionNotFoundError } from "./client";

const { BASE_URL = "", TOKEN = "", AGENT_RID: agentRid = "" } = process.env;

// guide
const api = new Api({
  baseUrl: BASE_URL,
  baseApiParams: { format: "json", headers: { authorization: `Bearer ${TOKEN}` } },
});
const preview = true;

const created = await api.v2.createSession(agentRid, { preview }, {});
console.log("created", created.data.rid);

const first = await api.v2.listSessions(agentRid, { preview, pageSize: 2 });
const second = await api.v2.listSessions(agentRid, { preview, pageSize: 2, pageToken: first.data.nextPageToken });
// end of guide
for (const page of [first, second]) console.log("listed", ...(page.data.data ?? []).map(({ rid }) => rid));

const got = await api.v2.getSession(agentRid, created.data.rid, { preview });
console.log("got", got.data.rid);

// guide
try {
  await api.v2.getSession(agentRid, "ri.aip-agents..session.00000000-0000-0000-0000-000000000000", { preview });
} catch (thrown) {
  const { status, error } = thrown as HttpResponse<unknown, SessionNotFoundError | GeneralError>;
  if (status === 404) console.log("refused", error.errorName);
}
// end of guide
