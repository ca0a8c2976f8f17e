import { createEmulator } from "@org/emulator";
import { createKoreAgentPlatform } from "@org/kore-agent-platform";

const { fetch, credentials } = createEmulator(); // leave `fetch` out to reach the service
const { apiKey, appId, envName } = credentials.agentPlatform;
const platform = createKoreAgentPlatform({ auth: { apiKey }, fetch });

const sessionIdentity = [{ type: "userReference", value: "usr_1a2b3c4d5e" }];
const created = await platform.createAppSession({ appId, envName, sessionIdentity });
console.log(created.kind, created.session.sessionId);
for (const { url, idpName } of created.pendingAuthorization) console.log("to visit:", url, idpName);
