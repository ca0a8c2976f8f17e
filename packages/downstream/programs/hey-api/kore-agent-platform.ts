import { createAppSession, listAppSessions } from "./client";
import { client } from "./client/client.gen";

const { BASE_URL = "", API_KEY = "", APP_ID: appId = "", ENV_NAME: envName = "" } = process.env;

client.setConfig({ baseUrl: BASE_URL, auth: API_KEY });
const path = { appId, envName };

const user = { type: "userReference", value: "user_1" };
const created = await createAppSession({ path, body: { sessionIdentity: [user] }, throwOnError: true });
if ("session" in created.data) console.log("created", created.data.session.sessionId);

for (const offset of [0, 20]) {
  const page = await listAppSessions({ path, body: { offset }, throwOnError: true });
  console.log("listed", ...page.data.sessions.map(({ sessionId }) => sessionId));
}

const nobody = { type: "sessionId", value: "s-00000000-0000-0000-0000-000000000000" };
const { error } = await createAppSession({ path, body: { sessionIdentity: [nobody] } });
if (error && "message" in error) console.log("refused", error.message);
