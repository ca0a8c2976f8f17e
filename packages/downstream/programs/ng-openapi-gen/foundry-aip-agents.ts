import { nodeHttp } from "./node-http";
import { HttpErrorResponse } from "@angular/common/http";
import { firstValueFrom } from "rxjs";
import { createSession, getSession, listSessions } from "./client/functions";
import type { GeneralError, SessionNotFoundError } from "./client/models";

const { BASE_URL: url = "", TOKEN = "", AGENT_RID: agentRid = "" } = process.env;

// In an application, HttpClient is injected, and an interceptor adds the credential.
const http = nodeHttp({ authorization: `Bearer ${TOKEN}` });

// guide
const preview = true;
const created = await firstValueFrom(createSession(http, url, { agentRid, preview, body: {} }));
console.log("created", created.body.rid);

const first = await firstValueFrom(listSessions(http, url, { agentRid, preview, pageSize: 2 }));
const pageToken = first.body.nextPageToken;
const second = await firstValueFrom(listSessions(http, url, { agentRid, preview, pageSize: 2, pageToken }));
// end of guide
for (const { body } of [first, second]) console.log("listed", ...(body.data ?? []).map(({ rid }) => rid));

const got = await firstValueFrom(getSession(http, url, { agentRid, sessionRid: created.body.rid, preview }));
console.log("got", got.body.rid);

// guide
const sessionRid = "ri.aip-agents..session.00000000-0000-0000-0000-000000000000";
try {
  await firstValueFrom(getSession(http, url, { agentRid, sessionRid, preview }));
} catch (thrown) {
  if (!(thrown instanceof HttpErrorResponse) || thrown.status !== 404) throw thrown;
  console.log("refused", (thrown.error as SessionNotFoundError | GeneralError).errorName);
}
// end of guide
