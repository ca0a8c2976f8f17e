import { nodeHttp } from "./node-http";
import { HttpErrorResponse } from "@angular/common/http";
import { firstValueFrom } from "rxjs";
import { getBotSessions } from "./client/functions";
import type { ErrorBody, SessionFilter } from "./client/models";

const { BASE_URL: url = "", TOKEN = "", BOT_ID: botId = "" } = process.env;

const http = nodeHttp({ auth: TOKEN });
const ask = async (body: SessionFilter) => (await firstValueFrom(getBotSessions(http, url, { botId, body }))).body;

const ids: string[] = [];
for (const skip of [0, 2]) {
  const page = await ask({ skip, limit: 2 });
  ids.push(...page.sessions.map(({ sessionId }) => sessionId));
  console.log("listed", ...ids.slice(skip));
}

const found = await ask({ sessionId: ids.slice(0, 1) });
console.log("got", ...found.sessions.map(({ sessionId }) => sessionId));

try {
  await ask({ dateFrom: "2020-01-01", dateTo: "2020-02-01" });
} catch (thrown) {
  if (!(thrown instanceof HttpErrorResponse) || thrown.status !== 400) throw thrown;
  console.log("refused", (thrown.error as ErrorBody).errors?.[0]?.msg);
}
