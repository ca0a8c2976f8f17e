import { createAppSession, defaults, listAppSessions } from "./client";

const { BASE_URL = "", API_KEY = "", APP_ID: appId = "", ENV_NAME: envName = "" } = process.env;

defaults.baseUrl = BASE_URL;
defaults.headers = { "x-api-key": API_KEY };

const user = { type: "userReference", value: "user_1" };
const created = await createAppSession(appId, envName, { sessionIdentity: [user] });
if (created.status === 200 && "session" in created.data) console.log("created", created.data.session.sessionId);

for (const offset of [0, 20]) {
  const page = await listAppSessions(appId, envName, { offset });
  if (page.status === 200) console.log("listed", ...page.data.sessions.map(({ sessionId }) => sessionId));
}

const nobody = { type: "sessionId", value: "s-00000000-0000-0000-0000-000000000000" };
const missing = await createAppSession(appId, envName, { sessionIdentity: [nobody] });
if (missing.status === 404) console.log("refused", missing.data.message);
