import { nodeHttp } from "./node-http";
import { HttpErrorResponse } from "@angular/common/http";
import { firstValueFrom } from "rxjs";
import { createAppSession, listAppSessions } from "./client/functions";
import type { ErrorBody } from "./client/models";

const { BASE_URL: url = "", API_KEY = "", APP_ID: appId = "", ENV_NAME: envName = "" } = process.env;

const http = nodeHttp({ "x-api-key": API_KEY });
const create = (type: string, value: string) =>
  firstValueFrom(createAppSession(http, url, { appId, envName, body: { sessionIdentity: [{ type, value }] } }));

const { body: created } = await create("userReference", "user_1");
if ("session" in created) console.log("created", created.session.sessionId);

for (const offset of [0, 20]) {
  const { body } = await firstValueFrom(listAppSessions(http, url, { appId, envName, body: { offset } }));
  console.log("listed", ...body.sessions.map(({ sessionId }) => sessionId));
}

try {
  await create("sessionId", "s-00000000-0000-0000-0000-000000000000");
} catch (thrown) {
  if (!(thrown instanceof HttpErrorResponse) || thrown.status !== 404) throw thrown;
  console.log("refused", (thrown.error as ErrorBody).message);
}
