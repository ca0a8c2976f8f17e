import { createAppSession, listAppSessions } from "./client";
import type { CreateAppSession404 } from "./client";
import { setConfig } from "./client/.kubb/fetch.js";

const { BASE_URL = "", API_KEY = "", APP_ID: appId = "", ENV_NAME: envName = "" } = process.env;

setConfig({ baseURL: BASE_URL, headers: { "x-api-key": API_KEY, "content-type": "application/json" } });

const user = { type: "userReference", value: "user_1" };
const { data: created } = await createAppSession(appId, envName, { sessionIdentity: [user] });
if ("session" in created) console.log("created", created.session.sessionId);

for (const offset of [0, 20]) {
  const page = await listAppSessions(appId, envName, { offset });
  console.log("listed", ...page.data.sessions.map(({ sessionId }) => sessionId));
}

const nobody = { type: "sessionId", value: "s-00000000-0000-0000-0000-000000000000" };
const missing: { status: number; data: unknown } = await createAppSession(appId, envName, {
  sessionIdentity: [nobody],
});
if (missing.status === 404) console.log("refused", (missing.data as CreateAppSession404).message);
