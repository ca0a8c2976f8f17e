import type { Call } from "../exchange.js";
import { Refusal } from "../refusal.js";
import { createRollingWindow, type RollingWindow } from "../rolling-window.js";
import type { FoundrySettings } from "./options.js";
import type { Principal } from "./principal.js";

/** Counts each user's requests. A throttled request gets an empty body, as from the vendor's server runtime. */
export function createThrottle(settings: FoundrySettings): (call: Call, principal: Principal) => void {
  const { requestsPerMinute, throttleStatus } = settings;
  const windows = new Map<string, RollingWindow>();
  return ({ at }, { userId, isServiceUser }) => {
    if (requestsPerMinute === Infinity || isServiceUser) return;
    const window = windows.get(userId) ?? createRollingWindow([{ requests: requestsPerMinute, windowMs: 60_000 }]);
    windows.set(userId, window);
    const closed = window.take(at);
    if (closed === undefined) return;
    const headers = new Headers();
    if (throttleStatus === 429) headers.set("retry-after", String(Math.ceil((closed.opensAt - at) / 1000)));
    throw new Refusal(new Response(null, { status: throttleStatus, headers }));
  };
}
