// A month of history
// XO refuses a week or more. The client cuts a range into windows.
// Fault: none
import { createEmulator } from "@org/emulator";
import { createKoreXo } from "@org/kore-xo";

const { fetch, credentials, log } = createEmulator();
const { clientId, clientSecret, botId } = credentials.xo;
const xo = createKoreXo({ auth: { clientId, clientSecret }, fetch });

const since = new Date(Date.now() - 30 * 24 * 60 * 60 * 1000);
const kinds: Record<string, number> = {};
for await (const { containmentType = "unknown" } of xo.listSessions({ botId, since })) {
  kinds[containmentType] = (kinds[containmentType] ?? 0) + 1;
}
console.log(kinds, "in", log.length, "requests");
