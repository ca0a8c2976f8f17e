import { Api, type ErrorBody, type HttpResponse } from "./client";

const { BASE_URL = "", TOKEN = "", BOT_ID: botId = "" } = process.env;

const { api } = new Api({ baseUrl: BASE_URL, baseApiParams: { format: "json", headers: { auth: TOKEN } } });

const ids: string[] = [];
for (const skip of [0, 2]) {
  const page = await api.getBotSessions(botId, {}, { skip, limit: 2 });
  ids.push(...page.data.sessions.map(({ sessionId }) => sessionId));
  console.log("listed", ...ids.slice(skip));
}

const found = await api.getBotSessions(botId, {}, { sessionId: ids.slice(0, 1) });
console.log("got", ...found.data.sessions.map(({ sessionId }) => sessionId));

try {
  await api.getBotSessions(botId, {}, { dateFrom: "2020-01-01", dateTo: "2020-02-01" });
} catch (thrown) {
  const { status, error } = thrown as HttpResponse<unknown, ErrorBody>;
  if (status === 400) console.log("refused", error.errors?.[0]?.msg);
}
