import { getBotSessions } from "./client";
import { client } from "./client/client.gen";

const { BASE_URL = "", TOKEN = "", BOT_ID: botId = "" } = process.env;

client.setConfig({ baseUrl: BASE_URL, auth: TOKEN });
const path = { botId };

const pages = [];
for (const skip of [0, 2]) pages.push(await getBotSessions({ path, body: { skip, limit: 2 }, throwOnError: true }));
for (const { data } of pages) console.log("listed", ...data.sessions.map(({ sessionId }) => sessionId));

const ids = pages[0]?.data.sessions.slice(0, 1).map(({ sessionId }) => sessionId) ?? [];
const found = await getBotSessions({ path, body: { sessionId: ids }, throwOnError: true });
console.log("got", ...found.data.sessions.map(({ sessionId }) => sessionId));

const { error } = await getBotSessions({ path, body: { dateFrom: "2020-01-01", dateTo: "2020-02-01" } });
if (error && "errors" in error) console.log("refused", error.errors?.[0]?.msg);
