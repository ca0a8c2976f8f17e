import type { Emulator, Fault, FaultRule } from "../../src/index.js";
import { startEmulator, type StartedEmulator } from "./started-emulator.js";

/** A call of each operation that a fault can meet. */
export const operations = ["createSession", "listSessions", "listAppSessions", "getBotSessions"] as const;
export type OperationName = (typeof operations)[number];

/** The address and the request of an operation, as any client would send it. */
export function requestFor(
  operation: OperationName,
  { credentials }: Pick<Emulator, "credentials">,
  origin = "http://emulator.test",
): [string, RequestInit] {
  const { foundry, agentPlatform, xo } = credentials;
  const json = { "content-type": "application/json" };
  const sessions = `${origin}/api/v2/aipAgents/agents/${foundry.agentRid}/sessions?preview=true`;
  const bearer = { authorization: `Bearer ${foundry.token}` };
  switch (operation) {
    case "createSession":
      return [sessions, { method: "POST", headers: { ...json, ...bearer }, body: "{}" }];
    case "listSessions":
      return [`${sessions}&pageSize=2`, { headers: bearer }];
    case "listAppSessions": {
      const path = `/api/v2/apps/${agentPlatform.appId}/environments/${agentPlatform.envName}/sessions/list`;
      const headers = { ...json, "x-api-key": agentPlatform.apiKey };
      return [origin + path, { method: "POST", headers, body: '{"offset":20}' }];
    }
    case "getBotSessions": {
      const headers = { ...json, auth: xo.token };
      return [
        `${origin}/api/public/bot/${xo.botId}/getSessions`,
        { method: "POST", headers, body: '{"skip":5,"limit":5}' },
      ];
    }
  }
}

export interface FaultyEmulator extends StartedEmulator {
  call(operation: OperationName, signal?: AbortSignal): Promise<Response>;
}

/** An emulator that nothing checks: its answers are wrong on purpose. */
export function startFaulty(...rules: (FaultRule | Fault)[]): FaultyEmulator {
  const faults = rules.map((rule) => ("kind" in rule ? { fault: rule } : rule));
  const started = startEmulator({ faults });
  return {
    ...started,
    call(operation, signal) {
      const [url, init] = requestFor(operation, started.emulator);
      return started.emulator.fetch(url, { ...init, ...(signal && { signal }) });
    },
  };
}
