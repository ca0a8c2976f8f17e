import type { EmulatorCredentials } from "@org/emulator";
import type { ApiName } from "../support/api.ts";

/** A request to list sessions that is as it should be, and one with a value out of range. */
export interface Probes {
  readonly good: Request;
  readonly bad: Request;
}

export function probesOf(api: ApiName, url: string, { foundry, agentPlatform, xo }: EmulatorCredentials): Probes {
  switch (api) {
    case "foundry-aip-agents": {
      const list = `${url}/api/v2/aipAgents/agents/${foundry.agentRid}/sessions?preview=true`;
      const headers = { authorization: `Bearer ${foundry.token}` };
      return {
        good: new Request(`${list}&pageSize=5`, { headers }),
        bad: new Request(`${list}&pageSize=0`, { headers }),
      };
    }
    case "kore-agent-platform": {
      const { appId, envName, apiKey } = agentPlatform;
      const list = `${url}/api/v2/apps/${appId}/environments/${envName}/sessions/list`;
      const headers = { "x-api-key": apiKey };
      return { good: post(list, headers, { offset: 0 }), bad: post(list, headers, { offset: -1 }) };
    }
    case "kore-xo": {
      const list = `${url}/api/public/bot/${xo.botId}/getSessions`;
      const headers = { auth: xo.token };
      return { good: post(list, headers, { limit: 5 }), bad: post(list, headers, { limit: 0 }) };
    }
  }
}

const post = (url: string, headers: Readonly<Record<string, string>>, body: object): Request =>
  new Request(url, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
