import type { Call } from "../exchange.js";
import { createRollingWindow, type RollingWindow } from "../rolling-window.js";
import type { AppCaller } from "./authenticate.js";
import { refuse } from "./errors.js";
import type { AgentPlatformSettings } from "./options.js";

/** Counts the requests of each key. */
export function createThrottle({ requestsPerMinute }: AgentPlatformSettings): (call: Call, caller: AppCaller) => void {
  const windows = new Map<string, RollingWindow>();
  return ({ at }, { apiKey }) => {
    if (requestsPerMinute === Infinity) return;
    const window = windows.get(apiKey.key) ?? createRollingWindow([{ requests: requestsPerMinute, windowMs: 60_000 }]);
    windows.set(apiKey.key, window);
    if (window.take(at) !== undefined) throw refuse(429, "Too Many Requests");
  };
}
