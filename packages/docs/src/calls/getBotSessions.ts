import { createEmulator } from "@org/emulator";
import { createKoreXo } from "@org/kore-xo";

const { fetch, credentials } = createEmulator(); // leave `fetch` out to reach the service
const { clientId, clientSecret, botId } = credentials.xo;
const xo = createKoreXo({ auth: { clientId, clientSecret }, fetch });

// One window of less than 7 days. For a range of any length: xo.listSessions({ botId, since }).
const dateFrom = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000).toISOString();
for await (const session of xo.getBotSessions({ botId, dateFrom, containmentType: "agent" })) {
  console.log(session.sessionId, session.start_time, session.containmentType);
}
