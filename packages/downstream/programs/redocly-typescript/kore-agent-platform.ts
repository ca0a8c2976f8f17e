import { ApiError, client, type ErrorBody } from "./client";

const { BASE_URL = "", API_KEY = "", APP_ID: appId = "", ENV_NAME: envName = "" } = process.env;

client.configure({ serverUrl: BASE_URL, auth: { apiKey: { apiKey: API_KEY } } });
const path = { appId, envName };

const user = { type: "userReference", value: "user_1" };
const created = await client.createAppSession({ path, body: { sessionIdentity: [user] } });
if ("session" in created) console.log("created", created.session.sessionId);

for (const offset of [0, 20]) {
  const page = await client.listAppSessions({ path, body: { offset } });
  console.log("listed", ...page.sessions.map(({ sessionId }) => sessionId));
}

const nobody = { type: "sessionId", value: "s-00000000-0000-0000-0000-000000000000" };
try {
  await client.createAppSession({ path, body: { sessionIdentity: [nobody] } });
} catch (error) {
  if (error instanceof ApiError) console.log("refused", (error.body as ErrorBody).message);
}
