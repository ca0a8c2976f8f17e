import { ApiError, client, type ErrorBody } from "./client";

const { BASE_URL = "", TOKEN = "", BOT_ID: botId = "" } = process.env;

client.configure({ serverUrl: BASE_URL, auth: { apiKey: { jwt: TOKEN } } });

const ids: string[] = [];
for (const skip of [0, 2]) {
  const page = await client.getBotSessions({ path: { botId }, body: { skip, limit: 2 } });
  ids.push(...page.sessions.map(({ sessionId }) => sessionId));
  console.log("listed", ...ids.slice(skip));
}

const found = await client.getBotSessions({ path: { botId }, body: { sessionId: ids.slice(0, 1) } });
console.log("got", ...found.sessions.map(({ sessionId }) => sessionId));

try {
  await client.getBotSessions({ path: { botId }, body: { dateFrom: "2020-01-01", dateTo: "2020-02-01" } });
} catch (error) {
  if (error instanceof ApiError) console.log("refused", (error.body as ErrorBody).errors?.[0]?.msg);
}
