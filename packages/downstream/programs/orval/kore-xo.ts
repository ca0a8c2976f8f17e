import { getBotSessions } from "./client";

const { TOKEN = "", BOT_ID: botId = "" } = process.env;

const options = { headers: { auth: TOKEN } };

const ids: string[] = [];
for (const skip of [0, 2]) {
  const page = await getBotSessions(botId, { skip, limit: 2 }, {}, options);
  if (page.status !== 200) throw new Error(`not listed: ${page.status}`);
  ids.push(...page.data.sessions.map(({ sessionId }) => sessionId));
  console.log("listed", ...ids.slice(skip));
}

const found = await getBotSessions(botId, { sessionId: ids.slice(0, 1) }, {}, options);
if (found.status === 200) console.log("got", ...found.data.sessions.map(({ sessionId }) => sessionId));

const tooLong = await getBotSessions(botId, { dateFrom: "2020-01-01", dateTo: "2020-02-01" }, {}, options);
if (tooLong.status === 400) console.log("refused", tooLong.data.errors?.[0]?.msg);
