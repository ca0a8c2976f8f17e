import { createEmulator } from "@org/emulator";
import { createKoreXo } from "@org/kore-xo";

const { fetch, credentials } = createEmulator(); // leave `fetch` out to reach the service
const { accountClientId: clientId, accountClientSecret: clientSecret } = credentials.xo;
const xo = createKoreXo({ auth: { clientId, clientSecret }, fetch });

// One window of less than 7 days. For a range of any length: xo.listSessions({ since }).
const dateFrom = new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString();
const page = await xo.getAccountSessions.page({ dateFrom, limit: 20 });
for (const { botId, sessionId, channel } of page.items) console.log(botId, sessionId, channel);
