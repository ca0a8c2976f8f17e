// Makes a great many calls over a stub fetch and watches the heap after collection. Run by Node with --expose-gc.
import { createEmulator } from "@org/emulator";
import { clientsOf } from "./clients.ts";
import { jumpingClock } from "./clock.ts";
import { slopeOf } from "./slope.ts";

export interface HeapSlope {
  readonly kind: string;
  readonly calls: number;
  readonly bytesPerCall: number;
}

const calls = 100_000;
const samples = 20;
const warmUp = 30_000;

const { credentials } = createEmulator({ seed: "none" });
const { agentRid, sessionRid } = credentials.foundry;
const { otherBotId: botId } = credentials.xo;
const session = {
  rid: sessionRid,
  agentRid,
  agentVersion: "1.0",
  metadata: { title: "t", createdTime: "2026-11-21T10:17:43Z", updatedTime: "2026-11-21T10:17:43Z", messageCount: 0 },
};
const json = { headers: { "content-type": "application/json" } };

/** Answers that are made anew each time, as those of a service are. */
const good = clientsOf({ fetch: async () => new Response(JSON.stringify(session), json) }, credentials).foundry;
const missing = clientsOf(
  { fetch: async () => Response.json({ errorName: "SessionNotFound", errorCode: "NOT_FOUND" }, { status: 404 }) },
  credentials,
).foundry;
const failing = clientsOf(
  { fetch: async () => new Response(null, { status: 500 }), clock: jumpingClock() },
  credentials,
).foundry;
const paged = clientsOf(
  {
    fetch: async (input) => {
      const isFirst = !String(input).includes("pageToken");
      return new Response(JSON.stringify({ data: [session], ...(isFirst && { nextPageToken: "next" }) }), json);
    },
  },
  credentials,
).foundry;
const limited = clientsOf(
  { fetch: async () => new Response('{"total":0,"moreAvailable":false,"sessions":[]}', json) },
  credentials,
).xo;
const { signal } = new AbortController();

const kinds: readonly (readonly [kind: string, call: () => Promise<unknown>])[] = [
  ["a session, with one signal for all", () => good.getSession({ agentRid, sessionRid }, { signal })],
  ["a failure as a value", () => missing.getSession.safe({ agentRid, sessionRid })],
  ["three attempts, and a failure thrown", () => failing.getSession({ agentRid, sessionRid }).catch(() => {})],
  ["a listing of two pages", () => paged.listSessions({ agentRid }).toArray()],
  ["a page within a rate limit", () => limited.getBotSessions.page({ botId })],
];

const collect = globalThis.gc;
if (collect === undefined) throw new Error("run with --expose-gc");
const message: HeapSlope[] = [];
for (const [kind, call] of kinds) message.push({ kind, calls, bytesPerCall: await measure(call) });
process.send?.(message, undefined, undefined, () => process.disconnect());

async function measure(call: () => Promise<unknown>): Promise<number> {
  await repeat(call, warmUp);
  const points: [number, number][] = [[0, await heap()]];
  for (let sample = 1; sample <= samples; sample += 1) {
    await repeat(call, calls / samples);
    points.push([(sample * calls) / samples, await heap()]);
  }
  return slopeOf(points);
}

async function repeat(call: () => Promise<unknown>, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) await call();
}

/** What is in use once everything is gone that can go: finalizers run in turns of their own. */
async function heap(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    collect?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return process.memoryUsage().heapUsed;
}
