// What a program does with each API, and what the emulator must have seen by then.
import type { Emulator, LogEntry } from "@org/emulator";
import type { ApiName } from "./model.ts";

/** A request as the emulator logs it. */
export type Seen = Pick<LogEntry, "operation" | "status">;

export interface Scenario {
  /** What the program finds in its environment. */
  readonly environment: (url: string, emulator: Emulator) => Readonly<Record<string, string>>;
  /** In this order, and nothing else. */
  readonly requests: readonly Seen[];
  /** How many sessions the two pages hold. */
  readonly listed: readonly [number, number];
  /** The words that the program found in the error that its language gave it. */
  readonly refused: string;
  /** Every session that the service holds, in the emulator's own count. */
  readonly held: (emulator: Emulator) => ReadonlySet<string>;
}

const ids = (sessions: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(sessions.map(({ id }) => id));

export const scenarios: Readonly<Record<ApiName, Scenario>> = {
  "foundry-aip-agents": {
    environment: (url, { credentials: { foundry } }) => ({
      BASE_URL: `${url}/api`,
      TOKEN: foundry.token,
      AGENT_RID: foundry.agentRid,
    }),
    requests: [
      { operation: "createSession", status: 200 },
      { operation: "listSessions", status: 200 },
      { operation: "listSessions", status: 200 },
      { operation: "getSession", status: 200 },
      { operation: "getSession", status: 404 },
    ],
    listed: [2, 2],
    refused: "SessionNotFound",
    held: (emulator) => ids(emulator.sessions("foundry")),
  },
  "kore-agent-platform": {
    environment: (url, { credentials: { agentPlatform } }) => ({
      BASE_URL: `${url}/api/v2`,
      API_KEY: agentPlatform.apiKey,
      APP_ID: agentPlatform.appId,
      ENV_NAME: agentPlatform.envName,
    }),
    requests: [
      { operation: "createAppSession", status: 200 },
      { operation: "listAppSessions", status: 200 },
      { operation: "listAppSessions", status: 200 },
      { operation: "createAppSession", status: 404 },
    ],
    listed: [20, 20],
    refused: "Session not found",
    held: (emulator) => ids(emulator.sessions("agent-platform")),
  },
  "kore-xo": {
    environment: (url, { credentials: { xo } }) => ({ BASE_URL: url, TOKEN: xo.token, BOT_ID: xo.botId }),
    requests: [
      { operation: "getBotSessions", status: 200 },
      { operation: "getBotSessions", status: 200 },
      { operation: "getBotSessions", status: 200 },
      { operation: "getBotSessions", status: 400 },
    ],
    listed: [2, 2],
    refused: "The duration between dateFrom and dateTo must be less than 7 days",
    held: (emulator) => ids(emulator.sessions("xo")),
  },
};
