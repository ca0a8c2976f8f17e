// Look up ids
// Any number of ids, 50 at a time. Unknown ones are told.
// Fault: none
import { createEmulator } from "@org/emulator";
import { createKoreXo } from "@org/kore-xo";

const { fetch, credentials } = createEmulator();
const { clientId, clientSecret, botId, sessionId } = credentials.xo;
const xo = createKoreXo({ auth: { clientId, clientSecret }, fetch });

const { sessions, invalidIds } = await xo.lookUpSessions({ botId, ids: [sessionId, "6465cf6e47Q9ed4e822b82a1"] });
console.log(sessions[0]);
console.log("unknown:", invalidIds);
