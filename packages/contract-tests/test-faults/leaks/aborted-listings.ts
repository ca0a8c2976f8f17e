// Begins many listings and aborts each somewhere on its way, then looks at the sockets of the service.
import { createEmulator, serve } from "@org/emulator/node";
import { eventually } from "../matrix/cell.ts";
import { clientsOf } from "./clients.ts";

export interface AbortedListings {
  readonly listings: number;
  /** How many listings ended how. */
  readonly ends: Readonly<Record<string, number>>;
  /** Requests that the service still had to answer, two seconds after the last listing ended. */
  readonly underWay: number;
  /** How long a call took afterwards, in milliseconds: it would wait for a free connection if there were none. */
  readonly afterwardsMs: number;
}

const listings = 1000;
const atOnce = 20;
const emulator = createEmulator({
  foundry: { maxPageSize: 2 },
  agentPlatform: { pageSize: 2 },
  xo: { maxLimit: 2, requestsPerMinute: Infinity, requestsPerHour: Infinity },
  // Pages that come slowly, so that an abort meets requests, headers and bodies; and some that never come.
  faults: [
    { nth: { from: 1 }, fault: { kind: "latency", ms: 2 } },
    { operation: "listSessions", fault: { kind: "drip", bytes: 200, everyMs: 1 } },
    { operation: "listAppSessions", nth: { from: 50, to: 450 }, fault: { kind: "stall", at: "mid-body" } },
    { operation: "getBotSessions", nth: { from: 50, to: 450 }, fault: { kind: "stall", at: "before-headers" } },
  ],
});
const served = await serve({ emulator });
const { agentRid } = emulator.credentials.foundry;
const { appId, envName } = emulator.credentials.agentPlatform;
const { otherBotId: botId } = emulator.credentials.xo;
const { foundry, agentPlatform, xo } = clientsOf({ baseUrl: served.url }, emulator.credentials);
const since = Date.now() - 365 * 86_400_000;

const begin: readonly ((signal: AbortSignal) => AsyncIterable<unknown>)[] = [
  (signal) => foundry.listSessions({ agentRid, pageSize: 2 }, { signal }),
  (signal) => agentPlatform.listAppSessions({ appId, envName }, { signal }),
  (signal) => xo.listSessions({ botId, since: new Date(since) }, { signal }),
  (signal) => foundry.listSessions.safe({ agentRid, pageSize: 2 }, { signal }),
];

const ends: Record<string, number> = {};
let begun = 0;
await Promise.all(Array.from({ length: atOnce }, work));
await eventually(() => served.underWay === 0);
const { underWay } = served;
emulator.faults.clear();
const from = performance.now();
await foundry.listSessions.page({ agentRid });
const afterwardsMs = performance.now() - from;
await served.close();
const message: AbortedListings = { listings, ends, underWay, afterwardsMs };
process.send?.(message, undefined, undefined, () => process.disconnect());

async function work(): Promise<void> {
  while (begun < listings) {
    const number = begun++;
    const caller = new AbortController();
    // Some at once, some in the first request, some many pages later.
    const timer = setTimeout(() => caller.abort(), number % 31);
    const end = await read(begin[number % begin.length]!(caller.signal));
    clearTimeout(timer);
    ends[end] = (ends[end] ?? 0) + 1;
  }
}

async function read(listing: AsyncIterable<unknown>): Promise<string> {
  try {
    for await (const item of listing) {
      const { error } = item as { error?: Error };
      if (error !== undefined) return error.name;
    }
    return "read to its end";
  } catch (error) {
    return (error as Error).name;
  }
}
