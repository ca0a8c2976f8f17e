import { getBotSessions } from "./client";
import type { GetBotSessions400 } from "./client";
import { setConfig } from "./client/.kubb/fetch.js";

const { BASE_URL = "", TOKEN = "", BOT_ID: botId = "" } = process.env;

setConfig({ baseURL: BASE_URL, headers: { auth: TOKEN, "content-type": "application/json" } });

const ids: string[] = [];
for (const skip of [0, 2]) {
  const page = await getBotSessions(botId, { skip, limit: 2 });
  ids.push(...page.data.sessions.map(({ sessionId }) => sessionId));
  console.log("listed", ...ids.slice(skip));
}

const found = await getBotSessions(botId, { sessionId: ids.slice(0, 1) });
console.log("got", ...found.data.sessions.map(({ sessionId }) => sessionId));

const range = { dateFrom: "2020-01-01", dateTo: "2020-02-01" };
const tooLong: { status: number; data: unknown } = await getBotSessions(botId, range);
if (tooLong.status === 400) console.log("refused", (tooLong.data as GetBotSessions400).errors?.[0]?.msg);
