import { Api, type ErrorBody, type HttpResponse } from "./client";

const { BASE_URL = "", API_KEY = "", APP_ID: appId = "", ENV_NAME: envName = "" } = process.env;

const api = new Api({ baseUrl: BASE_URL, baseApiParams: { format: "json", headers: { "x-api-key": API_KEY } } });

const user = { type: "userReference", value: "user_1" };
const { data: created } = await api.apps.createAppSession(appId, envName, { sessionIdentity: [user] });
if ("session" in created) console.log("created", created.session.sessionId);

for (const offset of [0, 20]) {
  const page = await api.apps.listAppSessions(appId, envName, { offset });
  console.log("listed", ...page.data.sessions.map(({ sessionId }) => sessionId));
}

const nobody = { type: "sessionId", value: "s-00000000-0000-0000-0000-000000000000" };
try {
  await api.apps.createAppSession(appId, envName, { sessionIdentity: [nobody] });
} catch (thrown) {
  const { status, error } = thrown as HttpResponse<unknown, ErrorBody>;
  if (status === 404) console.log("refused", error.message);
}
