import type { Emulator } from "./emulator.js";

/** What a person at a terminal needs: addresses, credentials, and a line to paste for each API. */
export function greeting(url: string, { credentials, stored }: Emulator): string {
  const { foundry, agentPlatform, xo } = credentials;
  const agent = `${url}/api/v2/aipAgents/agents/${foundry.agentRid}`;
  const app = `${url}/api/v2/apps/${agentPlatform.appId}/environments/${agentPlatform.envName}`;
  const json = "-H 'content-type: application/json'";
  return `Three session APIs at ${url} (test credentials: they open this emulator and nothing else)

Palantir Foundry AIP Agents: ${stored.foundry} sessions
  agent   ${foundry.agentRid}
  token   ${foundry.token}
  client  ${foundry.clientId}, secret ${foundry.clientSecret}, tokens at POST /multipass/api/oauth2/token
  curl -H 'authorization: Bearer ${foundry.token}' '${agent}/sessions?preview=true&pageSize=2'

Kore.ai Agent Platform: ${stored.agentPlatform} sessions
  app     ${agentPlatform.appId}, environments ${agentPlatform.envName}, ${agentPlatform.otherEnvName}
  key     ${agentPlatform.apiKey}
  curl -H 'x-api-key: ${agentPlatform.apiKey}' ${json} -d '{}' '${app}/sessions/list'

Kore.ai XO: ${stored.xo} sessions
  bot     ${xo.botId}
  client  ${xo.clientId}, secret ${xo.clientSecret}
  token   ${xo.token}
  curl -H 'auth: ${xo.token}' ${json} -d '{"limit":2}' '${url}/api/public/bot/${xo.botId}/getSessions'
`;
}
