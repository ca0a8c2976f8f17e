// A user who must consent
// The answer holds an IDP_Redirect: the session exists, and a tool waits for its user.
// Fault: none
import { createEmulator } from "@org/emulator";
import { createKoreAgentPlatform } from "@org/kore-agent-platform";

const { fetch, credentials } = createEmulator();
const { authorizingApiKey: apiKey, authorizingAppId: appId, envName } = credentials.agentPlatform;
const platform = createKoreAgentPlatform({ auth: { apiKey }, fetch });

const sessionIdentity = [{ type: "userReference", value: "usr_1a2b3c4d5e" }];
const created = await platform.createAppSession({ appId, envName, sessionIdentity });
console.log(created.kind, created.session.sessionId);
for (const { url, idpName } of created.pendingAuthorization) console.log("visit", url, "for", idpName);
