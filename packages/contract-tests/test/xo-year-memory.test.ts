import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createKoreXo } from "@org/kore-xo";
import { createSessions } from "@org/sessions";
import { koreXo } from "@org/sessions/kore-xo";
import { expect, test } from "vitest";
import { virtualClock, type VirtualClock } from "./support/world.js";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const monthMs = 30 * 86_400_000;
const rowsPerWindow = 500;
const limit = 250;

/** A service that has the same number of sessions in every window, and holds none of them. */
async function endlessService(_: unknown, init: RequestInit = {}): Promise<Response> {
  const { dateFrom, dateTo, skip, limit } = JSON.parse(String(init.body)) as {
    dateFrom: string;
    dateTo: string;
    skip: number;
    limit: number;
  };
  const [from, to] = [Date.parse(dateFrom), Date.parse(dateTo)];
  const step = (to - from) / (rowsPerWindow + 1);
  const sessions = Array.from({ length: Math.min(limit, rowsPerWindow - skip) }, (_, index) => {
    const start = new Date(to - (skip + index + 1) * step).toISOString();
    return { sessionId: `${start}-${skip + index}`, start_time: start, tags: { userTags: [], sessionTags: [] } };
  });
  const moreAvailable = skip + sessions.length < rowsPerWindow;
  return Response.json({ total: rowsPerWindow, moreAvailable, sessions });
}

function connection() {
  return {
    auth: { jwt: "header.payload.signature" },
    fetch: endlessService,
    clock: virtualClock(),
    onWait: () => {},
    botId: "st-1",
  };
}

const back = ({ clock }: { readonly clock: VirtualClock }, months: number): Date =>
  new Date(clock.now() - months * monthMs);

/** The sessions of the last months, through the provider's own client and through the facade. */
const readers = {
  "the client": (months: number): AsyncIterable<unknown> => {
    const { botId, ...options } = connection();
    return createKoreXo(options).listSessions({ botId, since: back(options, months), limit });
  },
  "the facade": (months: number): AsyncIterable<unknown> => {
    const options = connection();
    return createSessions({ ivr: koreXo(options) }).ivr.list({ since: back(options, months), limit });
  },
  "the facade over all providers": (months: number): AsyncIterable<unknown> => {
    const options = connection();
    return createSessions({ ivr: koreXo(options) }).all.list({ since: back(options, months) });
  },
};

/** The most that the heap holds, beyond what it held before, while a listing is read and its sessions are dropped. */
async function heldWhileReading(listing: AsyncIterable<unknown>): Promise<{ bytes: number; sessions: number }> {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  let bytes = 0;
  let sessions = 0;
  for await (const _ of listing) {
    if (++sessions % 2500 !== 0) continue;
    collectGarbage();
    bytes = Math.max(bytes, process.memoryUsage().heapUsed - before);
  }
  return { bytes, sessions };
}

test.each(Object.entries(readers))(
  "a listing of three years through %s holds no more than one of a month",
  async (_, read) => {
    await heldWhileReading(read(1));
    const month = await heldWhileReading(read(1));
    const year = await heldWhileReading(read(12));
    const threeYears = await heldWhileReading(read(36));
    expect([month.sessions, year.sessions, threeYears.sessions]).toEqual([2500, 30_000, 90_000]);
    // What is read comes to 15 MB over three years; the ids alone to 5.
    const slack = 2_000_000;
    expect(year.bytes).toBeLessThan(month.bytes + slack);
    expect(threeYears.bytes).toBeLessThan(month.bytes + slack);
  },
  30_000,
);
