import { createEmulator } from "@org/emulator";
import { createKoreAgentPlatform } from "@org/kore-agent-platform";

const { fetch, credentials } = createEmulator(); // leave `fetch` out to reach the service
const { apiKey, appId, envName } = credentials.agentPlatform;
const platform = createKoreAgentPlatform({ auth: { apiKey }, fetch });

for await (const { sessionId, status } of platform.listAppSessions({ appId, envName })) {
  console.log(sessionId, status);
}
