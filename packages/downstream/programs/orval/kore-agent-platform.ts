import { createAppSession, listAppSessions } from "./client";

const { API_KEY = "", APP_ID: appId = "", ENV_NAME: envName = "" } = process.env;

const options = { headers: { "x-api-key": API_KEY } };

const user = { type: "userReference", value: "user_1" };
const created = await createAppSession(appId, envName, { sessionIdentity: [user] }, options);
if (created.status === 200 && "session" in created.data) console.log("created", created.data.session.sessionId);

for (const offset of [0, 20]) {
  const page = await listAppSessions(appId, envName, { offset }, options);
  if (page.status === 200) console.log("listed", ...page.data.sessions.map(({ sessionId }) => sessionId));
}

const nobody = { type: "sessionId", value: "s-00000000-0000-0000-0000-000000000000" };
const missing = await createAppSession(appId, envName, { sessionIdentity: [nobody] }, options);
if (missing.status === 404) console.log("refused", missing.data.message);
