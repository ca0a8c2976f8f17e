import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { budgets } from "../budgets.ts";
import { collectGarbage } from "../collect-garbage.ts";
import type { Line } from "../line.ts";
import { figure, multiple, rotated } from "../statistics.ts";
import type { HeapGrowth } from "./memory.ts";
import { pagesWire, sessionsPerPage } from "./pages.ts";
import { byHand, readers, type Reader } from "./readers.ts";

const million = 1_000_000;
/** Sessions that a reader lists in its turn: enough that starting does not count. */
const turn = 50_000;
const names = Object.keys(readers);
const budgeted = "ours, session by session";

/** A million sessions: how fast in turns, a part each, and how much memory in one go. */
export async function runListing(quick: boolean): Promise<Line[]> {
  const sessions = quick ? million / 5 : million;
  return [...(await rates(sessions)), ...names.flatMap((name) => memory(name, sessions))];
}

async function rates(sessions: number): Promise<Line[]> {
  const pages = turn / sessionsPerPage;
  const measured = new Map<string, number[]>(names.map((name) => [name, []]));
  for (const reader of Object.values(readers)) await rate(reader, 2 * pages);
  for (let round = 0; round < sessions / turn; round++) {
    for (const [name, reader] of rotated(Object.entries(readers), round)) {
      measured.get(name)?.push(await rate(reader, pages));
    }
  }
  return [...measured].map(([what, own]) => ({
    group: `listing ${counted(sessions)} sessions in pages of ${sessionsPerPage}: rate`,
    what,
    unit: "items/s",
    value: figure(own),
    versus: multiple(own, measured.get(byHand) ?? []),
    budget: what === budgeted ? budgets.listingRate : undefined,
  }));
}

/** Sessions a second. */
async function rate(reader: Reader, pages: number): Promise<number> {
  const wire = pagesWire(pages);
  collectGarbage();
  const startedAt = performance.now();
  const sessions = await reader(wire);
  if (sessions !== pages * sessionsPerPage) throw new Error(`read ${sessions} sessions of ${pages} pages`);
  return sessions / ((performance.now() - startedAt) / 1000);
}

function memory(what: string, sessions: number): Line[] {
  const probe = fileURLToPath(new URL("memory-probe.ts", import.meta.url));
  const output = execFileSync(process.execPath, [probe, what, String(sessions / sessionsPerPage)], {
    encoding: "utf8",
  });
  const { peak, retained } = JSON.parse(output) as HeapGrowth;
  const heap = (which: string, bytes: number): Line => ({
    group: `listing ${counted(sessions)} sessions in pages of ${sessionsPerPage}: ${which}`,
    what,
    unit: "bytes",
    value: { median: bytes },
  });
  return [
    heap("peak heap above the start, garbage included", peak),
    { ...heap("heap held at the end", retained), budget: what === budgeted ? budgets.listingMemory : undefined },
  ];
}

function counted(sessions: number): string {
  return sessions === million ? "a million" : sessions.toLocaleString("en-US");
}
