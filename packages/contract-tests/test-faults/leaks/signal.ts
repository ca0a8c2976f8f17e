// Makes many calls of every kind with one signal that never aborts, and counts the listeners that are on it after each.
import { createEmulator, serve } from "@org/emulator/node";
import { getEventListeners } from "node:events";
import { clientsOf } from "./clients.ts";

export interface ListenerCount {
  readonly calls: number;
  /** The most listeners that were on the signal after any call. */
  readonly most: number;
  /** How each kind of call ended. */
  readonly ends: Readonly<Record<string, string>>;
}

const calls = 10_000;
const emulator = createEmulator({ seed: "samples", xo: { requestsPerMinute: Infinity, requestsPerHour: Infinity } });
const faulty = createEmulator({
  seed: "samples",
  faults: [
    { operation: "getSession", fault: { kind: "stall", at: "before-headers" } },
    { operation: "listAppSessions", fault: { kind: "cut", at: "mid-body" } },
    { operation: "createSession", fault: { kind: "answer", status: 429, retryAfter: "0" } },
  ],
});
const served = await serve({ emulator });
const servedFaulty = await serve({ emulator: faulty });

const { credentials } = emulator;
const { agentRid, sessionRid } = credentials.foundry;
const { appId, envName } = credentials.agentPlatform;
const { otherBotId: botId } = credentials.xo;
const { signal } = new AbortController();
const retry = { baseDelayMs: 1 };
const { foundry, agentPlatform, xo } = clientsOf({ baseUrl: served.url, retry }, credentials);
const broken = clientsOf({ baseUrl: servedFaulty.url, retry }, credentials);
const day = { dateFrom: "2021-04-26", dateTo: "2021-04-27" };

type Kind = readonly [kind: string, call: () => Promise<unknown>];

/** Every way to call, and every way to end. */
const quick: readonly Kind[] = [
  ["create", () => foundry.createSession({ agentRid }, { signal })],
  ["get", () => foundry.getSession({ agentRid, sessionRid }, { signal })],
  ["get nothing", () => foundry.getSession({ agentRid, sessionRid: "ri.nothing" }, { signal })],
  ["get with bad input", () => foundry.getSession({ agentRid, sessionRid: "" }, { signal })],
  ["list and break off", () => firstOf(foundry.listSessions({ agentRid, pageSize: 1 }, { signal }))],
  ["list all", () => agentPlatform.listAppSessions({ appId, envName }, { signal }).toArray()],
  ["list a page", () => xo.getBotSessions.page({ botId, ...day }, { signal })],
  ["list windows", () => xo.listSessions({ botId, since: day.dateFrom, until: day.dateTo }, { signal }).toArray()],
];
const slow: readonly Kind[] = [
  ["try again", () => broken.foundry.createSession({ agentRid }, { signal })],
  ["break", () => broken.agentPlatform.listAppSessions.page({ appId, envName }, { signal })],
  ["time out", () => broken.foundry.getSession({ agentRid, sessionRid }, { signal, timeoutMs: 2, retry: false })],
];

let most = 0;
const ends: Record<string, string> = {};
for (let count = 0; count < calls; count += 1) {
  const kinds = count % 50 === 0 ? slow : quick;
  const [kind, call] = kinds[Math.floor(count / (kinds === slow ? 50 : 1)) % kinds.length]!;
  ends[kind] = await call().then(
    () => "ok",
    (error: unknown) => (error as Error).name,
  );
  most = Math.max(most, getEventListeners(signal, "abort").length);
}
await Promise.all([served.close(), servedFaulty.close()]);
const message: ListenerCount = { calls, most, ends };
process.send?.(message, undefined, undefined, () => process.disconnect());

async function firstOf(listing: AsyncIterable<unknown>): Promise<unknown> {
  for await (const item of listing) return item;
  return undefined;
}
