import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createKoreXo } from "@org/kore-xo";
import { expect, test } from "vitest";
import { virtualClock } from "./support/world.js";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const monthMs = 30 * 86_400_000;
const rowsPerWindow = 1000;

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

/** The most that the heap holds, beyond what it held before, while a listing is read and its sessions are dropped. */
async function heldWhileReading(months: number): Promise<{ readonly bytes: number; readonly sessions: number }> {
  const clock = virtualClock();
  const client = createKoreXo({
    auth: { jwt: "header.payload.signature" },
    fetch: endlessService,
    clock,
    onWait: () => {},
  });
  const listing = client.listSessions({ botId: "st-1", since: new Date(clock.now() - months * monthMs), limit: 500 });
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  let bytes = 0;
  let sessions = 0;
  for await (const _ of listing) {
    if (++sessions % 5000 !== 0) continue;
    collectGarbage();
    bytes = Math.max(bytes, process.memoryUsage().heapUsed - before);
  }
  return { bytes, sessions };
}

test("a listing of three years holds no more than one of a month", async () => {
  await heldWhileReading(1);
  const month = await heldWhileReading(1);
  const year = await heldWhileReading(12);
  const threeYears = await heldWhileReading(36);
  expect([month.sessions, year.sessions, threeYears.sessions]).toEqual([5000, 60_000, 180_000]);
  // What is read comes to 30 MB over three years; the ids alone to 10.
  const slack = 3_000_000;
  expect(year.bytes).toBeLessThan(month.bytes + slack);
  expect(threeYears.bytes).toBeLessThan(month.bytes + slack);
}, 30_000);
