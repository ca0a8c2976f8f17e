import type { Call } from "../exchange.js";
import { createRollingWindow, type RollingWindow } from "../rolling-window.js";
import type { XoScope } from "./authorize.js";
import { refuse } from "./errors.js";
import type { XoSettings } from "./options.js";

/** Counts the requests of each bot, and those of each account on the account-wide path. */
export function createRateLimit(settings: XoSettings): (call: Call, scope: XoScope) => void {
  const limits = [
    { requests: settings.requestsPerMinute, windowMs: 60_000 },
    { requests: settings.requestsPerHour, windowMs: 3_600_000 },
  ].filter(({ requests }) => requests !== Infinity);
  const windows = new Map<string, RollingWindow>();
  return ({ at }, { countedFor }) => {
    const window = windows.get(countedFor) ?? createRollingWindow(limits);
    windows.set(countedFor, window);
    const closed = window.take(at);
    if (closed === undefined) return;
    const seconds = String(Math.ceil((closed.opensAt - at) / 1000));
    const headers: Record<string, string> = settings.retryAfter ? { "retry-after": seconds } : {};
    throw refuse(429, "API rate limit reached. Please try again later", { headers });
  };
}
